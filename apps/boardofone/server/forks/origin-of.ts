import type { Tx } from '@commons/shared-db';
import type { LockedSession } from '../engine/lock-session.ts';
import { earlierCost } from './earlier-cost.ts';
import type { Origin } from './schemas.ts';

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
