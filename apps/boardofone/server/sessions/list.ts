import type { SignedInContext } from '@commons/api';
import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import type { ListSessions, SessionPage } from './schemas.ts';

/** The person's sessions, the newest first, a page at a time. Ids sort by the time at which they were made. */
export async function listSessions(
  ctx: SignedInContext,
  { cursor, limit, text, standing, isArchived, ...range }: ListSessions,
): Promise<SessionPage> {
  const { id, problem, status, phase, waitsFor, roundNumber, totalCost, createdAt, archivedAt } = sessions;
  const shown = { id, problem, status, phase, waitsFor, roundNumber, totalCost, createdAt, archivedAt };
  const rows = await ctx.asUser((tx) =>
    tx
      .select({ ...shown, whatIf: sessions.forkChange })
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, ctx.user.id),
          isArchived ? isNotNull(archivedAt) : isNull(archivedAt),
          standing ? standingIs[standing] : undefined,
          text ? mentions(text) : undefined,
          within(range),
          cursor ? lt(sessions.id, cursor) : undefined,
        ),
      )
      .orderBy(desc(sessions.id))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

const standingIs: Record<NonNullable<ListSessions['standing']>, SQL | undefined> = {
  waiting: and(eq(sessions.status, 'active'), isNotNull(sessions.waitsFor)),
  running: and(eq(sessions.status, 'active'), isNull(sessions.waitsFor)),
  paused: eq(sessions.status, 'paused'),
  completed: eq(sessions.status, 'completed'),
  ended: inArray(sessions.status, ['killed', 'failed']),
};

type Range = Pick<ListSessions, 'begunFrom' | 'begunBefore' | 'costFrom' | 'costUntil'>;

function within({ begunFrom, begunBefore, costFrom, costUntil }: Range): SQL | undefined {
  const { createdAt, totalCost } = sessions;
  return and(
    begunFrom ? gte(createdAt, new Date(begunFrom)) : undefined,
    begunBefore ? lt(createdAt, new Date(begunBefore)) : undefined,
    costFrom ? gte(totalCost, costFrom) : undefined,
    costUntil ? lte(totalCost, costUntil) : undefined,
  );
}

/** Every word stands somewhere in what the person wrote; no character of it is a wildcard. */
function mentions(text: string): SQL | undefined {
  const { problem, context, constraints } = sessions;
  const words = text.split(/\s+/).slice(0, 10);
  return and(
    ...words.map((word) =>
      or(
        ...[problem, context, constraints].map((column) => sql`strpos(lower(${column}), lower(${word})) > 0`),
      ),
    ),
  );
}
