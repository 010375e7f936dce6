import type { PersonJob } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { isOver } from '../../deliberation/states.ts';
import { closeRound } from './close-round.ts';
import { closeVote } from './close-vote.ts';
import { completeSession } from './complete-session.ts';
import type { LockedSession } from './lock-session.ts';
import { pauseSession } from './pause-session.ts';
import { enqueueSteps } from './step-job.ts';
import { stepsOf } from './steps-of.ts';

/** What moves a session on: a job, or its owner's request. */
export type Mover = Pick<PersonJob<unknown>, 'now'>;

/**
 * Goes on when everything that a phase waits for is done, or has failed for good; otherwise it does nothing. It may be
 * called as often as one likes: whoever holds the session closes a phase, and whoever comes next finds another one.
 */
export async function advance(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  if (isOver(session.status) || session.waitsFor) return;
  const { pending, idle, failed } = await stepsOf(tx, session);
  // The baseline and the memo come one after the other: the first to be done brings the second, once.
  if (session.phase === 'synthesis' && pending.length > 0) return enqueueSteps(tx, session, idle);
  if (pending.length > 0) return;
  switch (session.phase) {
    case 'problem_decomposition':
      if (failed.length > 0) await pauseSession(tx, session, mover.now(), 'model_unavailable');
      return;
    case 'initial_round':
    case 'deliberation':
      return closeRound(tx, mover, session, failed);
    case 'voting':
      return closeVote(tx, mover, session, failed);
    case 'synthesis': {
      if (failed.some(({ kind }) => kind === 'memo')) {
        return pauseSession(tx, session, mover.now(), 'model_unavailable');
      }
      return completeSession(tx, mover, session);
    }
    default:
      return;
  }
}

/** Enqueues what the session's phase has still to do: at its beginning, and whenever it is resumed. */
export async function enqueuePending(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  if (session.waitsFor) return;
  const { pending, idle } = await stepsOf(tx, session);
  if (pending.length === 0) return advance(tx, mover, session);
  await enqueueSteps(tx, session, idle);
}
