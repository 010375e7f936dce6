import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import { type Step, stepName } from '../../deliberation/step.ts';
import type { LockedSession } from './lock-session.ts';
import { readSeats } from './read-table.ts';

/** The steps of a phase, by what became of them. */
export interface PhaseSteps {
  /** Not done yet, under way or not. */
  pending: Step[];
  /** Failed for good in this run. */
  failed: Step[];
}

/** What the present phase of a session consists of, and how far it is. */
export async function stepsOf(tx: Tx, session: LockedSession): Promise<PhaseSteps> {
  const made = await tx
    .select({ step: calls.step, status: calls.status, run: calls.run, errorCode: calls.errorCode })
    .from(calls)
    .where(and(eq(calls.userId, session.userId), eq(calls.sessionId, session.id)));
  const callOf = new Map(made.map((call) => [call.step, call]));
  const steps = await everyStep(tx, session);
  const isFailed = (step: Step) => {
    const call = callOf.get(stepName(step));
    return call?.status === 'failed' && call.run === session.run;
  };
  const isSettled = (step: Step) => callOf.get(stepName(step))?.status === 'settled';
  // The memo weighs what the baseline said, so it comes after it.
  const inOrder = session.phase === 'synthesis';
  const pending = steps.filter((step) => !isSettled(step) && !isFailed(step));
  return { pending: inOrder ? pending.slice(0, 1) : pending, failed: steps.filter(isFailed) };
}

async function everyStep(tx: Tx, session: LockedSession): Promise<Step[]> {
  switch (session.phase) {
    case 'problem_decomposition':
      return [{ kind: 'decomposition' }];
    case 'initial_round':
    case 'deliberation':
      return (await readSeats(tx, session)).map(({ id }) => ({
        kind: 'position',
        round: session.roundNumber,
        seatId: id,
      }));
    case 'voting':
      return (await readSeats(tx, session)).map(({ id }) => ({ kind: 'vote', seatId: id }));
    case 'synthesis':
      return [{ kind: 'baseline' }, { kind: 'memo' }];
    default:
      return [];
  }
}
