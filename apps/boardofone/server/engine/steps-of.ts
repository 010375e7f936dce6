import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { calls } from '../../db/schema/calls.ts';
import { type Step, stepName } from '../../deliberation/step.ts';
import type { LockedSession } from './lock-session.ts';
import { readSeats } from './read-table.ts';

/** The steps of a phase, by what became of them. */
export interface PhaseSteps {
  /** Not done yet, under way or not. */
  pending: Step[];
  /** The pending ones that no job is at: a job that has begun finishes, in whatever run of the session. */
  idle: Step[];
  /** Failed for good in this run. */
  failed: Step[];
}

/** No job lasts longer, so whoever had begun earlier is not at it any more. */
const isUnderWay = sql<boolean>`${calls.status} = 'reserved' and ${calls.updatedAt} > now() - interval '10 minutes'`;

/** What the present phase of a session consists of, and how far it is. */
export async function stepsOf(tx: Tx, session: LockedSession): Promise<PhaseSteps> {
  const made = await tx
    .select({ step: calls.step, status: calls.status, run: calls.run, isUnderWay })
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
  const next = inOrder ? pending.slice(0, 1) : pending;
  const isIdle = (step: Step) => {
    const call = callOf.get(stepName(step));
    // Whoever noted that it is to be tried again in this run has enqueued that as well.
    return !call?.isUnderWay && !(call?.status === 'again' && call.run === session.run);
  };
  const idle = next.filter(isIdle);
  return { pending: next, idle, failed: steps.filter(isFailed) };
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
