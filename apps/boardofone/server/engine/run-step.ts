import { ModelError, type ModelErrorCode, type ModelFinish, recordUsage, worstCaseUsd } from '@commons/ai';
import { errorLog, type Log, type PersonJob } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { isOver } from '../../deliberation/states.ts';
import { type Step, stepName } from '../../deliberation/step.ts';
import { changes } from '../changes.ts';
import { record } from '../log/record.ts';
import { advance } from './advance.ts';
import { ask } from './ask.ts';
import { onEnd } from './ended.ts';
import { type LockedSession, lockIfThere } from './lock-session.ts';
import { type OpenCall, openCall } from './open-call.ts';
import { pauseSession } from './pause-session.ts';
import { isOpen, settleCall } from './settle-call.ts';
import { enqueueSteps } from './step-job.ts';
import { MalformedAnswer, type Prepared, type StepWork } from './step-work.ts';
import { workOf } from './work-of.ts';

/** Which step of which run of a session. */
export interface StepToRun {
  sessionId: string;
  run: number;
  step: Step;
}

/** What a step is done with: a job, or what plays a session for the demonstration. */
export type StepHost = Pick<
  PersonJob<unknown>,
  'user' | 'asUser' | 'now' | 'models' | 'realtime' | 'signal'
> & { log: Pick<Log, 'info' | 'warn'> };

const attemptsMax = 2;

/** Faults of the service and not of one answer: everybody else would meet them as well. */
const outages: readonly ModelErrorCode[] = ['MODEL_KEY_INVALID'];

/**
 * Does a step: sets aside what its call may cost, asks the model with no transaction open, and keeps the answer together with what
 * follows from it. Whatever is killed in between, doing it again does nothing twice.
 */
export async function runStep(job: StepHost, { sessionId, run, step }: StepToRun): Promise<void> {
  const work = workOf(step);
  using end = onEnd(job, sessionId);
  const begun = await inSession(job, sessionId, async (tx, session) => {
    if (session.status !== 'active' || session.run !== run) return undefined;
    return begin(tx, job, session, step, work);
  });
  if (!begun) return;
  const { prepared, call } = begun;
  const result = await ask(job.models, prepared, AbortSignal.any([job.signal, end.signal])).catch(failureOf);
  // Another process does it again; what this call has cost nobody will ever know.
  if ('failure' in result && job.signal.aborted && !end.signal.aborted) throw job.signal.reason;
  const isThere = await inSession(job, sessionId, async (tx, session) => {
    if (!(await isOpen(tx, session, call))) return true;
    if ('failure' in result) await fail(tx, job, session, { step, call, ...result });
    else await keep(tx, job, session, { step, work, call, prepared, ...result });
    return true;
  });
  const { finish } = result;
  // Deleted meanwhile: what it used is counted all the same.
  if (!isThere && finish) await job.asUser((tx) => recordUsage(tx, usageOf(job, sessionId, call, finish)));
}

/** Undefined where the session has been deleted. */
async function inSession<T>(job: StepHost, id: string, run: (tx: Tx, session: LockedSession) => Promise<T>) {
  const result = await job.asUser(async (tx) => {
    const session = await lockIfThere(tx, job.user.id, id);
    return session && run(tx, session);
  });
  changes.announce(job, { sessionId: id });
  return result;
}

async function begin<Answer>(
  tx: Tx,
  job: StepHost,
  session: LockedSession,
  step: Step,
  work: StepWork<Answer>,
): Promise<{ prepared: Prepared<Answer>; call: OpenCall } | undefined> {
  const prepared = await work.prepare(tx, session);
  if (!prepared) return undefined;
  const worst = worstCaseUsd(job.models, { ...prepared, model: prepared.model ?? undefined });
  const call = await openCall(tx, session, { step: stepName(step), work, prepared, worst: worst ?? '0' });
  if (call === 'over cap') {
    await pauseSession(tx, session, job.now(), 'cost_cap');
    return undefined;
  }
  if (call === 'done') return undefined;
  await record(tx, session, job.now(), ...work.begun(call.attempts));
  return { prepared, call };
}

interface Failure {
  failure: ModelErrorCode;
  /** What it used before it failed, where that is known. */
  finish: ModelFinish | undefined;
  retryAfterMs: number;
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof ModelError)) throw error;
  return { failure: error.code, finish: error.partialUsage, retryAfterMs: error.retryAfterMs ?? 1_000 };
}

interface FailedCall extends Failure {
  step: Step;
  call: OpenCall;
}

/** Tries once more, or goes on without the answer. */
async function fail(tx: Tx, job: StepHost, session: LockedSession, failed: FailedCall): Promise<void> {
  const { step, call, failure, finish, retryAfterMs } = failed;
  const isAgain = call.attempts < attemptsMax && !outages.includes(failure) && !isOver(session.status);
  const status = isAgain ? 'again' : 'failed';
  const settled = await settleCall(tx, session, call, { status, finish, errorCode: failure });
  if (finish) await recordUsage(tx, usageOf(job, session.id, call, finish));
  if (isOver(session.status)) return;
  await record(tx, session, job.now(), ...settled);
  if (outages.includes(failure)) return pauseSession(tx, session, job.now(), 'model_unavailable');
  // Paused meanwhile: resuming finds what is still to be done.
  if (session.status !== 'active') return;
  if (!isAgain) return advance(tx, job, session);
  const delaySeconds = Math.ceil(retryAfterMs / 1_000);
  await enqueueSteps(tx, session, [step], { attempt: call.attempts + 1, delaySeconds });
}

interface AnsweredCall<Answer> {
  step: Step;
  work: StepWork<Answer>;
  call: OpenCall;
  prepared: Prepared<Answer>;
  answer: Answer;
  finish: ModelFinish;
}

async function keep<Answer>(
  tx: Tx,
  job: StepHost,
  session: LockedSession,
  answered: AnsweredCall<Answer>,
): Promise<void> {
  const { step, work, call, prepared, answer, finish } = answered;
  // The money is spent, whoever ended the session meanwhile; of the words nothing is kept.
  if (isOver(session.status)) {
    await settleCall(tx, session, call, { status: 'settled', finish });
    await recordUsage(tx, usageOf(job, session.id, call, finish));
    return;
  }
  const { speakerOrder } = prepared;
  try {
    const said = await work.keep(tx, session, { ...call, answer, finish, speakerOrder });
    const settled = await settleCall(tx, session, call, { status: 'settled', finish });
    await recordUsage(tx, usageOf(job, session.id, call, finish));
    await record(tx, session, job.now(), ...settled, ...said);
    if (session.status === 'active') await advance(tx, job, session);
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    job.log.info({ error: errorLog(error), step: step.kind }, 'an answer made no sense');
    await fail(tx, job, session, { step, call, failure: 'MODEL_MALFORMED', finish, retryAfterMs: 0 });
  }
}

const usageOf = (job: StepHost, sessionId: string, call: OpenCall, finish: ModelFinish) => ({
  userId: job.user.id,
  app: 'boardofone',
  purpose: call.purpose,
  finish,
  resourceType: 'session',
  resourceId: sessionId,
});
