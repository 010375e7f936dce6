import type { Tx } from '@commons/shared-db';
import type { PauseReason } from '../../deliberation/states.ts';
import { record } from '../log/record.ts';
import { changeSession, type LockedSession } from './lock-session.ts';

const words: Record<PauseReason, string> = {
  owner: 'You paused it. What was under way is kept; nothing new begins.',
  cost_cap: 'The next call could cost more than is left under the cap. Raise the cap to go on.',
  below_quorum: 'Too few seats could answer. Resume to ask the others again.',
  model_unavailable: 'The language model cannot be used right now. Resume when it is back.',
  no_consent: 'You no longer agree that language models read what you enter. Agree again, and resume.',
  daily_quota: 'Your share of the language model is used up for today. Resume tomorrow, after midnight UTC.',
};

/** Begins nothing more until somebody resumes; calls under way are paid for, so their answers are kept. */
export async function pauseSession(
  tx: Tx,
  session: LockedSession,
  now: Date,
  reason: PauseReason,
): Promise<void> {
  if (session.status !== 'active') return;
  await changeSession(tx, session, { status: 'paused', pauseReason: reason });
  await record(tx, session, now, { type: 'session_paused', data: { reason, words: words[reason] } });
}
