import type { Tx } from '@commons/shared-db';
import type { ForkChange } from '../../deliberation/fork-change.ts';
import type { LockedSession } from '../engine/lock-session.ts';
import { earlierCost } from './earlier-cost.ts';

/** Where a what-if begins, and what it does otherwise. */
export interface Origin {
  sessionId: string;
  /** The last round that it took over; 0 for none. */
  round: number;
  change: ForkChange;
  /** US dollars that the rounds had cost which it took over; nobody pays them again. */
  earlierCost: string;
}

/** Where a session begins if it is a what-if; null for any other. */
export async function originOf(tx: Tx, session: LockedSession): Promise<Origin | null> {
  const { forkedFrom, forkedRound, forkChange } = session;
  if (forkedFrom === null || forkedRound === null || forkChange === null) return null;
  return {
    sessionId: forkedFrom,
    round: forkedRound,
    change: forkChange,
    earlierCost: await earlierCost(tx, session),
  };
}
