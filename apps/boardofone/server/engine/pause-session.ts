import type { Tx } from '@commons/shared-db';
import { pauseWords } from '../../deliberation/pause-words.ts';
import type { PauseReason } from '../../deliberation/states.ts';
import { record } from '../log/record.ts';
import { notifyOwner } from '../notices/notify-owner.ts';
import { changeSession, type LockedSession } from './lock-session.ts';

/** Begins nothing more until somebody resumes; calls under way are paid for, so their answers are kept. */
export async function pauseSession(
  tx: Tx,
  session: LockedSession,
  now: Date,
  reason: PauseReason,
): Promise<void> {
  if (session.status !== 'active') return;
  await changeSession(tx, session, { status: 'paused', pauseReason: reason });
  await record(tx, session, now, { type: 'session_paused', data: { reason, words: pauseWords[reason] } });
  // Who has paused it knows.
  if (reason !== 'owner') await notifyOwner(tx, session, { kind: 'paused', reason });
}
