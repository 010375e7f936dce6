import { ModelError, type ModelErrorCode, type ModelFinish, recordUsage, releaseCall } from '@commons/ai';
import { errorLog, type Log, type PersonJob } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { isOver } from '../../deliberation/states.ts';
import { type Step, stepName } from '../../deliberation/step.ts';
import { changes } from '../changes.ts';
import { record } from '../log/record.ts';
import { admitCall } from './admit-call.ts';
import { advance } from './advance.ts';
import { ask } from './ask.ts';
import { onEnd } from './ended.ts';
import { type LockedSession, lockIfThere } from './lock-session.ts';
import { findCutOff, malformed, type OpenCall } from './open-call.ts';
import { pauseSession } from './pause-session.ts';
import { chargeLate, isOpen, settleCall } from './settle-call.ts';
import { enqueueSteps } from './step-job.ts';
import { MalformedAnswer, type Prepared, type StepWork } from './step-work.ts';
import { tellBeginning } from './tell-beginning.ts';
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
  'user' | 'asUser' | 'now' | 'models' | 'modelQuota' | 'realtime' | 'signal'
> & { log: Pick<Log, 'info' | 'warn'> };

const attemptsMax = 2;

/** How often a call is made whose answer was never kept: whatever prevents that, it is not paid for without end. */
const cutOffMax = 3;

/** Faults of the service and not of one answer: everybody else would meet them as well. */
const outages: readonly ModelErrorCode[] = ['MODEL_KEY_INVALID'];

/**
 * Does a step: sets aside what its call may cost, asks the model with no transaction open, keeps the answer, and goes on when it was
 * the last one. Whatever is killed in between, doing it again keeps nothing twice, and asks nobody whose answer is kept.
 */
export async function runStep(job: StepHost, toRun: StepToRun): Promise<void> {
  const { sessionId, run, step } = toRun;
  const work = workOf(step);
  using end = onEnd(job, sessionId);
  const begun = await inSession(job, sessionId, async (tx, session) =>
    (await isTurn(tx, session, { run, step })) ? begin(tx, job, session, step, work) : undefined,
  );
  if (!begun) return;
  if (begun !== 'done') await answer(job, toRun, { ...begun, work, end: end.signal });
  // A transaction of its own: an answer that is paid for stays, even where going on fails and is tried again.
  await inSession(job, sessionId, async (tx, session) => {
    if (session.status === 'active') await advance(tx, job, session);
  });
}

/**
 * Whether this job is to do the step: in its own run of the session, or where its call was cut off, which nobody else makes again.
 * A paused session takes what was cut off back, for the next run to do.
 */
async function isTurn(
  tx: Tx,
  session: LockedSession,
  { run, step }: Omit<StepToRun, 'sessionId'>,
): Promise<boolean> {
  const cutOff = await findCutOff(tx, session, { run, step: stepName(step) });
  if (session.status === 'paused' && cutOff) {
    await settleCall(tx, session, cutOff, { status: 'again', finish: undefined });
  }
  return session.status === 'active' && (session.run === run || cutOff !== undefined);
}

interface BegunCall {
  prepared: Prepared<unknown>;
  call: OpenCall;
}

async function answer(
  job: StepHost,
  { sessionId, step }: StepToRun,
  { prepared, call, work, end }: BegunCall & { work: StepWork<unknown>; end: AbortSignal },
): Promise<void> {
  const signal = AbortSignal.any([job.signal, end]);
  const beginning = tellBeginning(job, { sessionId, work, call });
  const result = await ask(job.models, prepared, { signal, onBegun: beginning.tell }).catch(failureOf);
  await beginning.told;
  // Another process does it again; what this call has cost nobody will ever know.
  if ('failure' in result && job.signal.aborted && !end.aborted) throw job.signal.reason;
  const { finish } = result;
  const isThere = await inSession(job, sessionId, async (tx, session) => {
    if (!(await isOpen(tx, session, call))) await countLate(tx, job, session, { call, finish });
    else if ('failure' in result) await fail(tx, job, session, { step, call, ...result });
    else await keep(tx, job, session, { step, work, call, prepared, ...result });
    return true;
  });
  if (isThere) return;
  // Deleted meanwhile: what it used is counted all the same.
  await job.asUser(async (tx) => {
    await releaseCall(tx, call.callId);
    if (finish) await recordUsage(tx, usageOf(job, sessionId, call, finish));
  });
}

/** Two have made the call, and the other one's answer is kept: of this one only the cost. */
async function countLate(
  tx: Tx,
  job: StepHost,
  session: LockedSession,
  { call, finish }: { call: OpenCall; finish: ModelFinish | undefined },
): Promise<void> {
  if (!finish) return;
  const charged = await chargeLate(tx, session, call, finish);
  await recordUsage(tx, usageOf(job, session.id, call, finish));
  if (!isOver(session.status)) await record(tx, session, job.now(), ...charged);
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

async function begin(
  tx: Tx,
  job: StepHost,
  session: LockedSession,
  step: Step,
  work: StepWork<unknown>,
): Promise<BegunCall | 'done' | undefined> {
  const prepared = await work.prepare(tx, session);
  if (!prepared) return undefined;
  const call = await admitCall(tx, job, session, { step, work, prepared });
  if (call === 'paused') return undefined;
  if (call === 'done') return call;
  if (call.attempts > cutOffMax) {
    const failure = { failure: 'MODEL_UNAVAILABLE', finish: undefined, retryAfterMs: 0 } as const;
    await fail(tx, job, session, { step, call, ...failure });
    return 'done';
  }
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
  if (session.status !== 'active' || !isAgain) return;
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
  } catch (error) {
    if (!(error instanceof MalformedAnswer)) throw error;
    job.log.info({ error: errorLog(error), step: step.kind }, 'an answer made no sense');
    await fail(tx, job, session, { step, call, failure: malformed, finish, retryAfterMs: 0 });
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
