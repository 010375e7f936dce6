import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, isNotNull } from 'drizzle-orm';
import { sessionSummaries } from '../../db/schema/session-summaries.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertHolder } from '../care/rights.ts';
import { isSummaryOf } from './is-summary-of.ts';
import type { ShareSummary } from './schemas.ts';

/** Lets caregivers who may read summaries read this one, or takes it back; the person has to have seen it. */
export function shareSummary(ctx: SignedInContext, input: ShareSummary): Promise<void> {
  const { profileId, sessionId, isShared } = input;
  return changeProfile(ctx, profileId, async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const [summary] = await tx
      .select({ seenAt: sessionSummaries.seenAt })
      .from(sessionSummaries)
      .where(isSummaryOf(input));
    if (!summary) throw new AppError('NOT_FOUND');
    if (!summary.seenAt)
      throw new AppError('CONFLICT', { message: 'Read the summary first. Then it can be shared.' });
    await tx
      .update(sessionSummaries)
      .set({ sharedAt: isShared ? ctx.now() : null })
      .where(and(isSummaryOf(input), isNotNull(sessionSummaries.seenAt)));
    const action = isShared ? 'summary_shared' : 'summary_kept_private';
    await audit(tx, { action, resourceType: 'session', resourceId: sessionId });
  });
}
