import { ModelError, releaseCall } from '@commons/ai';
import type { Tx } from '@commons/shared-db';
import type { FollowUpAnswer } from '../../prompts/follow-up.ts';
import { changes } from '../changes.ts';
import { ask } from '../engine/ask.ts';
import type { StepHost } from '../engine/run-step.ts';
import type { Prepared } from '../engine/step-work.ts';
import { admitFollowUp } from './admit-follow-up.ts';
import { lockFollowUp } from './lock-follow-up.ts';
import { prepareFollowUp } from './prepare-follow-up.ts';
import { chargeFollowUp, type FollowUpResult, settleFollowUp } from './settle-follow-up.ts';

/** Which question, and in which of the times that its owner asked for it. */
export interface FollowUpToAnswer {
  id: string;
  run: number;
}

/**
 * Gets a question answered: sets aside what the call may cost, asks with no transaction open, and keeps the answer. Whatever is
 * killed in between, doing it again keeps one answer, and asks for none that is kept.
 */
export async function answerFollowUp(job: StepHost, toAnswer: FollowUpToAnswer): Promise<void> {
  const begun = await begin(job, toAnswer);
  if (!begun) return;
  const { prepared, sessionId } = begun;
  const result = await ask(job.models, prepared, { signal: job.signal }).then(
    ({ answer: { answer }, finish }) => ({ answer, finish, at: job.now() }),
    failureOf,
  );
  // Another process does it again; what this call has cost nobody will ever know.
  if ('failure' in result && job.signal.aborted) throw job.signal.reason;
  await job.asUser((tx) => keep(tx, job, { ...toAnswer, sessionId }, result));
  changes.announce(job, { sessionId });
}

async function begin(
  job: StepHost,
  { id, run }: FollowUpToAnswer,
): Promise<{ prepared: Prepared<FollowUpAnswer>; sessionId: string } | undefined> {
  const begun = await job.asUser(async (tx) => {
    const locked = await lockFollowUp(tx, job.user.id, id);
    if (locked?.followUp.status !== 'asked' || locked.followUp.run !== run) return undefined;
    const prepared = await prepareFollowUp(tx, locked);
    const failure = await admitFollowUp(tx, job, locked, prepared);
    if (failure) await settleFollowUp(tx, locked.followUp, { failure, finish: undefined });
    return { prepared, sessionId: locked.session.id, failure };
  });
  if (!begun?.failure) return begun;
  changes.announce(job, { sessionId: begun.sessionId });
  return undefined;
}

async function keep(
  tx: Tx,
  job: StepHost,
  { id, run, sessionId }: FollowUpToAnswer & { sessionId: string },
  result: FollowUpResult,
): Promise<void> {
  const locked = await lockFollowUp(tx, job.user.id, id);
  const isOpen = locked?.followUp.status === 'asked' && locked.followUp.run === run;
  if (locked && isOpen) return settleFollowUp(tx, locked.followUp, result);
  if (!locked) await releaseCall(tx, id);
  await chargeFollowUp(tx, { id, userId: job.user.id, sessionId }, result.finish);
}

function failureOf(error: unknown): FollowUpResult & { failure: ModelError['code'] } {
  if (!(error instanceof ModelError)) throw error;
  return { failure: error.code, finish: error.partialUsage };
}
