import type { SignedInContext } from '@commons/api';
import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import type { ListSessions, SessionPage } from './schemas.ts';

/** The person's sessions, the newest first, a page at a time. Ids sort by the time at which they were made. */
export async function listSessions(
  ctx: SignedInContext,
  { cursor, limit }: ListSessions,
): Promise<SessionPage> {
  const { id, problem, status, phase, waitsFor, roundNumber, totalCost, createdAt } = sessions;
  const rows = await ctx.asUser((tx) =>
    tx
      .select({ id, problem, status, phase, waitsFor, roundNumber, totalCost, createdAt })
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, ctx.user.id),
          isNull(sessions.archivedAt),
          cursor ? lt(sessions.id, cursor) : undefined,
        ),
      )
      .orderBy(desc(sessions.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
