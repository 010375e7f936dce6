import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, desc, eq, gt, lte } from 'drizzle-orm';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { openRecord } from '../care/open-record.ts';
import type { Handover } from './schemas.ts';
import { type Span, shownMax } from './span.ts';

/** Conversations whose summary was shared within the span. */
export async function newChats(
  tx: Tx,
  ctx: SignedInContext,
  { profileId, since, until }: Span,
): Promise<Handover['chats']> {
  await openRecord(tx, ctx, { profileId, resource: 'chat_summaries' });
  return tx
    .select({
      id: sessionSummaries.id,
      title: sessionSummaries.title,
      talkedFrom: sessionSummaries.talkedFrom,
    })
    .from(sessionSummaries)
    .where(
      and(
        eq(sessionSummaries.profileId, profileId),
        gt(sessionSummaries.sharedAt, since),
        lte(sessionSummaries.sharedAt, until),
      ),
    )
    .orderBy(desc(sessionSummaries.sharedAt))
    .limit(shownMax.chats + 1);
}
