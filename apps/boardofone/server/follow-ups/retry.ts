import { AppError, enqueue, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import { lockAccount } from '../account/lock-account.ts';
import { requireConsent } from '../account/require-consent.ts';
import { changes } from '../changes.ts';
import { followUpById } from './by-id.ts';
import { followUpJob } from './follow-up-job.ts';
import { lockFollowUp } from './lock-follow-up.ts';
import type { FollowUp, FollowUpId } from './schemas.ts';

/** Asks again what has failed; what is answered, or being answered, stays as it is. */
export async function retryFollowUp(ctx: SignedInContext, { id }: FollowUpId): Promise<FollowUp> {
  const userId = ctx.user.id;
  const sessionId = await ctx.asUser(async (tx) => {
    const locked = await lockFollowUp(tx, userId, id);
    if (!locked) throw new AppError('NOT_FOUND');
    const { followUp, session } = locked;
    if (followUp.status !== 'failed') return session.id;
    requireConsent(await lockAccount(tx, userId));
    const run = followUp.run + 1;
    await tx
      .update(followUps)
      .set({ status: 'asked', failure: null, run, attempts: 0 })
      .where(and(eq(followUps.id, id), eq(followUps.userId, userId)));
    await enqueue(tx, followUpJob, { id, run }, { key: `follow-up:${id}:${run}` });
    return session.id;
  });
  changes.announce(ctx, { sessionId });
  return followUpById(ctx, { id });
}
