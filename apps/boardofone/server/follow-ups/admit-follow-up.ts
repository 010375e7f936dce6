import { type ModelErrorCode, reserveCall } from '@commons/ai';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import type { FollowUpRefusal } from '../../deliberation/follow-up.ts';
import { parseUsd } from '../../money/usd.ts';
import { readStanding } from '../account/read-standing.ts';
import { mostOf } from '../engine/most-of.ts';
import { promptHash } from '../engine/prompt-hash.ts';
import type { StepHost } from '../engine/run-step.ts';
import type { Prepared } from '../engine/step-work.ts';
import type { LockedFollowUp } from './lock-follow-up.ts';
import { moneyLeft } from './money-left.ts';

/** How often a call is made whose answer was never kept: whatever prevents that, it is not paid for without end. */
const cutOffMax = 3;

/**
 * Sets aside what the call may cost, or answers why it is not made: no consent, nothing left under the cap, or of the day. A call
 * that was cut off keeps what was set aside for it, so that nothing is counted twice.
 */
export async function admitFollowUp(
  tx: Tx,
  { models, modelQuota: quota }: Pick<StepHost, 'models' | 'modelQuota'>,
  { session, followUp }: LockedFollowUp,
  prepared: Prepared<unknown>,
): Promise<FollowUpRefusal | ModelErrorCode | undefined> {
  const { id, userId, attempts } = followUp;
  if (!(await readStanding(tx, userId)).consentAt) return 'no_consent';
  if (attempts >= cutOffMax) return 'MODEL_UNAVAILABLE';
  const most = mostOf(models, prepared);
  const worst = most.usd ?? '0';
  const isCutOff = attempts > 0;
  if (!isCutOff && parseUsd(worst) > (await moneyLeft(tx, session))) return 'cost_cap';
  const isAllowed = !quota || (await reserveCall(tx, { ...most, id, models, quota })) === undefined;
  if (!isAllowed) return 'daily_quota';
  await tx
    .update(followUps)
    .set({
      attempts: attempts + 1,
      reservedCost: isCutOff ? followUp.reservedCost : worst,
      promptHash: promptHash(prepared),
    })
    .where(and(eq(followUps.id, id), eq(followUps.userId, userId)));
  return undefined;
}
