import type { PersonJob } from '@commons/api';
import { stepName } from '../../deliberation/step.ts';
import { changes } from '../changes.ts';
import { record } from '../log/record.ts';
import { lockIfThere } from './lock-session.ts';
import { findCutOff } from './open-call.ts';
import { pauseSession } from './pause-session.ts';
import type { StepToRun } from './run-step.ts';
import { settleCall } from './settle-call.ts';

/**
 * Ends a step that failed however often it was tried: gives back what its call had set aside, and pauses the session, whose owner is
 * told. Resuming does the step again.
 */
export async function giveUp(
  job: Pick<PersonJob<unknown>, 'asUser' | 'user' | 'now' | 'realtime'>,
  { sessionId, run, step }: StepToRun,
): Promise<void> {
  await job.asUser(async (tx) => {
    const session = await lockIfThere(tx, job.user.id, sessionId);
    if (!session) return;
    const call = await findCutOff(tx, session, { run, step: stepName(step) });
    if (call) {
      const settled = await settleCall(tx, session, call, { status: 'again', finish: undefined });
      await record(tx, session, job.now(), ...settled);
    }
    if (session.run === run) await pauseSession(tx, session, job.now(), 'fault');
  });
  changes.announce(job, { sessionId });
}
