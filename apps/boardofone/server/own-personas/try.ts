import { ModelError, type ModelFinish, type ModelRequest, recordUsage, releaseCall } from '@commons/ai';
import type { SignedInContext } from '@commons/api';
import { writtenText } from '@commons/api/schemas';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { personaTrials } from '../../db/schema/persona-trials.ts';
import { addUsd } from '../../money/add-usd.ts';
import { rehearseTrial } from '../../rehearsal/trial.ts';
import { type OpenTrial, openTrial } from './open-trial.ts';
import type { Trial, TryPersona } from './schemas.ts';

const callTimeoutMs = 60_000;
const answerLengthMax = 4_000;

/**
 * Lets a voice answer one question: what the call may cost is set aside first, no transaction is open meanwhile, and the answer is
 * kept, so that whoever lost it gets it by asking again under the same id.
 */
export async function tryPersona(ctx: SignedInContext, input: TryPersona): Promise<Trial> {
  const trial = await ctx.asUser((tx) => openTrial(tx, ctx, input));
  if ('answer' in trial) return trial;
  try {
    const { answer, finish } = await answerTo(ctx, trial, input.question);
    return await ctx.asUser(async (tx) => {
      const cost = addUsd(trial.cost, finish.costUsd ?? '0');
      await settle(tx, ctx, trial, { status: 'answered', answer, errorCode: null, finish, cost });
      const { isRehearsal, version } = trial;
      return { id: input.id, version, question: input.question, answer, isRehearsal, cost };
    });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const { code: errorCode, partialUsage: finish } = error;
    const cost = addUsd(trial.cost, finish?.costUsd ?? '0');
    await ctx.asUser((tx) =>
      settle(tx, ctx, trial, { status: 'failed', answer: '', errorCode, finish, cost }),
    );
    throw error;
  }
}

/** Asked all the same where there is no model, so that a rehearsal takes its time and fails as the real thing does. */
async function answerTo(
  { models }: SignedInContext,
  { voice, prompt, isRehearsal }: OpenTrial,
  question: string,
): Promise<{ answer: string; finish: ModelFinish }> {
  const request: ModelRequest = { ...prompt, timeoutMs: callTimeoutMs };
  const { text, finish } = await models.generate(request);
  const answer = writtenText
    .parse(isRehearsal ? rehearseTrial(voice, question) : text)
    .slice(0, answerLengthMax);
  if (answer === '') throw new ModelError('MODEL_MALFORMED', { partialUsage: finish });
  return { answer, finish };
}

interface Settlement {
  status: 'answered' | 'failed';
  answer: string;
  errorCode: string | null;
  finish: ModelFinish | undefined;
  cost: string;
}

async function settle(
  tx: Tx,
  { user }: SignedInContext,
  { id }: OpenTrial,
  { finish, ...result }: Settlement,
): Promise<void> {
  await releaseCall(tx, id);
  await tx
    .update(personaTrials)
    .set({ ...result, reservedCost: '0' })
    .where(and(eq(personaTrials.id, id), eq(personaTrials.userId, user.id)));
  if (!finish) return;
  const what = { app: 'boardofone', purpose: 'trial', resourceType: 'persona_trial', resourceId: id };
  await recordUsage(tx, { ...what, userId: user.id, finish });
}
