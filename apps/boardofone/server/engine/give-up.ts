import type { PersonJob } from '@commons/api';
import { stepName } from '../../deliberation/step.ts';
import { changes } from '../changes.ts';
import { record } from '../log/record.ts';
import { announceEnd } from './ended.ts';
import { lockIfThere } from './lock-session.ts';
import { findCutOff } from './open-call.ts';
import type { StepToRun } from './run-step.ts';
import { settleCall } from './settle-call.ts';
import { stopAfterFault } from './stop-after-fault.ts';

/**
 * Ends a step that nobody does any more, however often it was tried: gives back what its call had set aside, and stops the session,
 * whose owner is told. Resuming does the step again; where that has not helped the session has failed.
 */
export async function giveUp(
  job: Pick<PersonJob<unknown>, 'asUser' | 'user' | 'now' | 'realtime'>,
  { sessionId, run, step }: StepToRun,
): Promise<void> {
  const hasFailed = await job.asUser(async (tx) => {
    const session = await lockIfThere(tx, job.user.id, sessionId);
    if (!session) return false;
    const call = await findCutOff(tx, session, { run, step: stepName(step) });
    if (call) {
      const settled = await settleCall(tx, session, call, { status: 'again', finish: undefined });
      await record(tx, session, job.now(), ...settled);
    }
    // Where a later run had left the call to this job, nobody is at it any more either.
    if (call || session.run === run) await stopAfterFault(tx, session, job.now());
    return session.status === 'failed';
  });
  if (hasFailed) announceEnd(job, sessionId);
  changes.announce(job, { sessionId });
}
