import type { Tx } from '@commons/shared-db';
import { record } from '../log/record.ts';
import { enqueuePending, type Mover } from './advance.ts';
import { changeSession, type LockedSession } from './lock-session.ts';
import { phaseOfRound } from './works/position-work.ts';

/** Begins a round: every seat is asked at once. */
export async function startRound(tx: Tx, mover: Mover, session: LockedSession, round: number): Promise<void> {
  const phase = phaseOfRound(round);
  await changeSession(tx, session, { phase, roundNumber: round, waitsFor: null });
  await record(tx, session, mover.now(), { type: 'round_started', data: { round, phase } });
  await enqueuePending(tx, mover, session);
}
