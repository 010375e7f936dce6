import type { SignedInContext } from '@commons/api';
import { and, desc, eq } from 'drizzle-orm';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { openRecord } from '../care/open-record.ts';
import { type ListSummaries, type Summary, summariesMax } from './schemas.ts';

/** Summaries, the newest first: all of them for the holder, the shared ones for caregivers, whose reading is in the access log. */
export function listSummaries(
  ctx: SignedInContext,
  { profileId, sessionId }: ListSummaries,
): Promise<Summary[]> {
  return ctx.asUser(async (tx) => {
    await openRecord(tx, ctx, { profileId, resource: 'chat_summaries' });
    return tx
      .select({
        sessionId: sessionSummaries.sessionId,
        title: sessionSummaries.title,
        talkedFrom: sessionSummaries.talkedFrom,
        talkedUntil: sessionSummaries.talkedUntil,
        sentences: sessionSummaries.sentences,
        source: sessionSummaries.source,
        seenAt: sessionSummaries.seenAt,
        sharedAt: sessionSummaries.sharedAt,
      })
      .from(sessionSummaries)
      .where(
        and(
          eq(sessionSummaries.profileId, profileId),
          sessionId ? eq(sessionSummaries.sessionId, sessionId) : undefined,
        ),
      )
      .orderBy(desc(sessionSummaries.talkedFrom), desc(sessionSummaries.id))
      .limit(summariesMax);
  });
}
