import type { Tx } from '@commons/shared-db';
import { record } from '../log/record.ts';
import { enqueuePending, type Mover } from './advance.ts';
import { changeSession, type LockedSession } from './lock-session.ts';

/** Begins the vote: every seat is asked at once, and sees nobody else's. */
export async function startVote(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  await changeSession(tx, session, { phase: 'voting', waitsFor: null });
  await record(tx, session, mover.now(), { type: 'voting_started', data: {} });
  await enqueuePending(tx, mover, session);
}
