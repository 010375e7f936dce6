import { reserveCall } from '@commons/ai';
import type { PersonJob } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { type Step, stepName } from '../../deliberation/step.ts';
import { tiers } from '../../deliberation/tiers.ts';
import { readStanding } from '../account/read-standing.ts';
import type { LockedSession } from './lock-session.ts';
import { mostOf } from './most-of.ts';
import { type OpenCall, openCall } from './open-call.ts';
import { pauseSession } from './pause-session.ts';
import type { Prepared, StepWork } from './step-work.ts';

type Caller = Pick<PersonJob<unknown>, 'models' | 'modelQuota' | 'now'>;

interface CallToAdmit {
  step: Step;
  work: StepWork<unknown>;
  prepared: Prepared<unknown>;
}

/**
 * Opens a call if its owner agrees to it, and if neither the session's cap, nor their tier, nor their share of the day is used up;
 * otherwise pauses the session and says why. Answers 'done' for a call whose result is there.
 */
export async function admitCall(
  tx: Tx,
  { models, modelQuota: quota, now }: Caller,
  session: LockedSession,
  { step, work, prepared }: CallToAdmit,
): Promise<OpenCall | 'done' | 'paused'> {
  const { consentAt, tier } = await readStanding(tx, session.userId);
  if (!consentAt) return paused('no_consent');
  const most = mostOf(models, prepared);
  const call = await openCall(tx, session, {
    step: stepName(step),
    work,
    prepared,
    worst: most.usd ?? '0',
    capMaxUsd: tiers[tier].capMaxUsd,
    reserveShare: async (id) =>
      !quota || (await reserveCall(tx, { ...most, id, models, quota })) === undefined,
  });
  if (call === 'over cap') return paused('cost_cap');
  if (call === 'over share') return paused('daily_quota');
  return call;

  async function paused(reason: 'no_consent' | 'cost_cap' | 'daily_quota') {
    await pauseSession(tx, session, now(), reason);
    return 'paused' as const;
  }
}
