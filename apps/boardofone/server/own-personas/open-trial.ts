import { reserveCall, worstCase } from '@commons/ai';
import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { personaTrials } from '../../db/schema/persona-trials.ts';
import { tiers } from '../../deliberation/tiers.ts';
import type { OwnVoice } from '../../prompts/own-voice.ts';
import { trialPrompt } from '../../prompts/trial.ts';
import { lockAccount } from '../account/lock-account.ts';
import { requireConsent } from '../account/require-consent.ts';
import { monthBegan } from '../days/month-began.ts';
import { readVoice } from './read-voice.ts';
import { refuseDear } from './refuse-dear.ts';
import { refuseSecrets } from './refuse-secrets.ts';
import type { Trial, TryPersona } from './schemas.ts';
import { shownTrial } from './shown-trial.ts';
import { isUnderWay } from './under-way.ts';

/** A trial whose call may be made, with everything that it needs. */
export interface OpenTrial {
  id: string;
  version: number;
  voice: OwnVoice;
  prompt: ReturnType<typeof trialPrompt>;
  isRehearsal: boolean;
  /** What failed attempts at it have cost. */
  cost: string;
}

/** Sets aside what a trial may cost, of the month's cap and of the person's share of the day; or hands out the answer that is there. */
export async function openTrial(
  tx: Tx,
  ctx: SignedInContext,
  { id, code, question }: TryPersona,
): Promise<OpenTrial | Trial> {
  const userId = ctx.user.id;
  const standing = await lockAccount(tx, userId);
  const { persona, voice } = await readVoice(tx, userId, code);
  const [before] = await tx
    .select({ trial: personaTrials, isUnderWay })
    .from(personaTrials)
    .where(and(eq(personaTrials.id, id), eq(personaTrials.userId, userId)));
  if (before && before.trial.personaId !== persona.id) throw new AppError('NOT_FOUND');
  if (before?.trial.status === 'answered') return shownTrial(before.trial);
  if (before?.trial.status === 'asked' && before.isUnderWay) {
    throw new AppError('RATE_LIMITED', {
      message: 'This voice is still answering. Try again in a moment.',
      retryAfterMs: 2_000,
    });
  }
  // What it costs is counted in the month in which it began, whose limit has been over since.
  if (before && before.trial.createdAt < monthBegan(ctx.now())) {
    throw new AppError('CONFLICT', { message: 'This was asked in an earlier month. Ask it anew.' });
  }
  requireConsent(standing);
  refuseSecrets({ question });
  const { models, modelQuota: quota } = ctx;
  const prompt = trialPrompt(voice, question);
  const most = worstCase(models, prompt);
  const worst = most.usd ?? '0';
  await refuseDear(tx, ctx, { worst, capMaxUsd: tiers[standing.tier].capMaxUsd });
  if (quota) {
    const retryAfterMs = await reserveCall(tx, { ...most, id, models, quota });
    if (retryAfterMs !== undefined) throw new AppError('QUOTA_EXCEEDED', { retryAfterMs });
  }
  const isRehearsal = models.describe().offline;
  const { version } = persona;
  const values = { personaVersion: version, question, reservedCost: worst, isRehearsal };
  if (before) {
    await tx
      .update(personaTrials)
      .set({ ...values, status: 'asked' })
      .where(and(eq(personaTrials.id, id), eq(personaTrials.userId, userId)));
  } else {
    const [added] = await tx
      .insert(personaTrials)
      .values({ ...values, id, userId, personaId: persona.id })
      .onConflictDoNothing({ target: personaTrials.id })
      .returning({ id: personaTrials.id });
    if (!added) throw new AppError('NOT_FOUND');
  }
  return { id, version, voice, prompt, isRehearsal, cost: before?.trial.cost ?? '0' };
}
