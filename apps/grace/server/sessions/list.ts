import type { SignedInContext } from '@commons/api';
import { and, desc, eq, sql } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import { openRecord } from '../care/open-record.ts';
import { sessionColumns } from './columns.ts';
import type { SessionPage, SessionsBefore } from './schemas.ts';

const pageSize = 20;

/** A person's conversations, the newest first; somebody else's reading of the list stands in the access log. */
export function listSessions(
  ctx: SignedInContext,
  { profileId, cursor }: SessionsBefore,
): Promise<SessionPage> {
  return ctx.asUser(async (tx) => {
    await openRecord(tx, ctx, { profileId, resource: 'chat_transcripts' });
    const older =
      cursor === undefined
        ? undefined
        : sql`(${sessions.startedAt}, ${sessions.id}) < (
            select at.started_at, at.id from grace.sessions as at where at.id = ${cursor} and at.profile_id = ${profileId})`;
    const rows = await tx
      .select(sessionColumns)
      .from(sessions)
      .where(and(eq(sessions.profileId, profileId), older))
      .orderBy(desc(sessions.startedAt), desc(sessions.id))
      .limit(pageSize + 1);
    const shown = rows.slice(0, pageSize);
    return { sessions: shown, nextCursor: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
  });
}
