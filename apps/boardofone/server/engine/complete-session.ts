import type { Tx } from '@commons/shared-db';
import { record } from '../log/record.ts';
import { notifyOwner } from '../notices/notify-owner.ts';
import type { Mover } from './advance.ts';
import { changeSession, type LockedSession } from './lock-session.ts';

/** The memo is written: the session is over. */
export async function completeSession(tx: Tx, mover: Mover, session: LockedSession): Promise<void> {
  const now = mover.now();
  await changeSession(tx, session, { status: 'completed', phase: 'complete', completedAt: now });
  await record(tx, session, now, { type: 'session_completed', data: {} });
  await notifyOwner(tx, session, { kind: 'completed', reason: null });
}
