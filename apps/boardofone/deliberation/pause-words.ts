import type { PauseReason } from './states.ts';

/** Why a session stopped and what to do, for people. */
export const pauseWords: Readonly<Record<PauseReason, string>> = {
  owner: 'You paused it. What was under way is kept; nothing new begins.',
  cost_cap: 'The next call could cost more than is left under the cap. Raise the cap to go on.',
  below_quorum: 'Too few seats could answer. Resume to ask the others again.',
  model_unavailable: 'The language model cannot be used right now. Resume when it is back.',
  no_consent: 'You no longer agree that language models read what you enter. Agree again, and resume.',
  daily_quota: 'Your share of the language model is used up for today. Resume tomorrow, after midnight UTC.',
  fault:
    'Something went wrong on our side, however often it was tried. What was said is kept; resume to try again.',
};
