import type { SignedInContext } from '@commons/api';
import { desc, eq } from 'drizzle-orm';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { openRecord } from '../care/open-record.ts';
import type { ProfileSummaries, Summary } from './schemas.ts';

const newest = 50;

/** Summaries, the newest first: all of them for the holder, the shared ones for caregivers, whose reading is in the access log. */
export function listSummaries(ctx: SignedInContext, { profileId }: ProfileSummaries): Promise<Summary[]> {
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
      .where(eq(sessionSummaries.profileId, profileId))
      .orderBy(desc(sessionSummaries.talkedFrom), desc(sessionSummaries.id))
      .limit(newest);
  });
}
