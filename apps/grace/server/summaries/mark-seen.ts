import { AppError, type SignedInContext } from '@commons/api';
import { sql } from 'drizzle-orm';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { keepPrivate } from '../care/keep-private.ts';
import { isSummaryOf } from './is-summary-of.ts';
import type { SessionSummary } from './schemas.ts';

/** Notes that the summary has been shown to the person; only then it can be shared. */
export function markSummarySeen(ctx: SignedInContext, input: SessionSummary): Promise<void> {
  return keepPrivate(ctx, input.profileId, async (tx) => {
    const seen = await tx
      .update(sessionSummaries)
      .set({ seenAt: sql`coalesce(${sessionSummaries.seenAt}, ${ctx.now().toISOString()}::timestamptz)` })
      .where(isSummaryOf(input))
      .returning({ id: sessionSummaries.id });
    if (seen.length === 0) throw new AppError('NOT_FOUND');
  });
}
