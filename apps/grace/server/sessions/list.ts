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
  { profileId, before }: SessionsBefore,
): Promise<SessionPage> {
  return ctx.asUser(async (tx) => {
    await openRecord(tx, ctx, { profileId, resource: 'chat_transcripts' });
    const older =
      before === undefined
        ? undefined
        : sql`(${sessions.startedAt}, ${sessions.id}) < (
            select at.started_at, at.id from grace.sessions as at where at.id = ${before} and at.profile_id = ${profileId})`;
    const rows = await tx
      .select(sessionColumns)
      .from(sessions)
      .where(and(eq(sessions.profileId, profileId), older))
      .orderBy(desc(sessions.startedAt), desc(sessions.id))
      .limit(pageSize + 1);
    return { sessions: rows.slice(0, pageSize), hasMore: rows.length > pageSize };
  });
}
