import { reserveCall, worstCaseUsd } from '@commons/ai';
import type { PersonJob } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { type Step, stepName } from '../../deliberation/step.ts';
import { tiers } from '../../deliberation/tiers.ts';
import { readStanding } from '../account/read-standing.ts';
import type { LockedSession } from './lock-session.ts';
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
  const { system, messages, maxOutputTokens: outputTokens, model } = prepared;
  const asked = { system, messages, maxOutputTokens: outputTokens, model: model ?? undefined };
  const worst = worstCaseUsd(models, asked) ?? '0';
  const inputTokens = Math.ceil(Buffer.byteLength(JSON.stringify([system, messages])) / bytesPerToken);
  const call = await openCall(tx, session, {
    step: stepName(step),
    work,
    prepared,
    worst,
    capMaxUsd: tiers[tier].capMaxUsd,
    async reserveShare(id) {
      if (!quota) return true;
      // The seat's own model may cost more than the usual one.
      const priced = { priceOf: () => worst };
      const wait = await reserveCall(tx, { id, inputTokens, outputTokens, models: priced, quota });
      return wait === undefined;
    },
  });
  if (call === 'over cap') return paused('cost_cap');
  if (call === 'over share') return paused('daily_quota');
  return call;

  async function paused(reason: 'no_consent' | 'cost_cap' | 'daily_quota') {
    await pauseSession(tx, session, now(), reason);
    return 'paused' as const;
  }
}

/** No alphabet has more than one token to three bytes. */
const bytesPerToken = 3;
