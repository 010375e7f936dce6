import type { AppErrorCode } from '@commons/api';
import type { ErrorCode } from './error-code.ts';

/** The next step that a failure suggests; the surface that shows it decides whether it can offer it. */
export type ErrorAction =
  | 'retry'
  | 'wait'
  | 'reload'
  | 'sign-in'
  | 'back'
  | 'edit'
  | 'continue'
  | 'start-over';

/** What a person reads about one kind of failure. */
export interface ErrorText {
  title: string;
  text: string;
  action: ErrorAction;
}

/** Text and next step for every code the server knows: a new code does not compile until it has both. */
export const errorText: Record<AppErrorCode, ErrorText> = {
  BAD_INPUT: {
    title: 'Something in there needs another look',
    text: 'Check the marked fields. Nothing you typed is lost.',
    action: 'edit',
  },
  UNAUTHENTICATED: {
    title: 'Please sign in again',
    text: 'Your session has ended. What you typed is still here.',
    action: 'sign-in',
  },
  FORBIDDEN: {
    title: 'You can’t do this',
    text: 'Your account has no access to this. Ask the person who owns it.',
    action: 'back',
  },
  NOT_FOUND: {
    title: 'Nothing here',
    text: 'It may have been deleted, or it belongs to another account.',
    action: 'back',
  },
  CONFLICT: {
    title: 'This can’t be done as things are',
    text: 'Something with the same name or place exists. Change it and save again.',
    action: 'edit',
  },
  STALE_VERSION: {
    title: 'Changed somewhere else in the meantime',
    text: 'Reload to see the newer version, then make your change again.',
    action: 'reload',
  },
  TOO_LARGE: {
    title: 'That is too much at once',
    text: 'Shorten it, or send it in parts.',
    action: 'edit',
  },
  RATE_LIMITED: {
    title: 'A little too fast',
    text: 'There were too many requests in a short time. Wait a moment and try again.',
    action: 'wait',
  },
  QUOTA_EXCEEDED: {
    title: 'That is all for today',
    text: 'Your share of the language model is used up. It is there again tomorrow; everything you have stays.',
    action: 'wait',
  },
  UNAVAILABLE: {
    title: 'Out of reach for the moment',
    text: 'The service is starting or busy. Try again in a few seconds.',
    action: 'retry',
  },
  READ_ONLY: {
    title: 'Read-only right now',
    text: 'Maintenance is under way. Whoever is signed in can go on reading; signing in and saving work again when it is over.',
    action: 'wait',
  },
  CROSS_SITE: {
    title: 'This request was blocked',
    text: 'It did not come from this page. Reload the page and try again.',
    action: 'reload',
  },
  INTERNAL: {
    title: 'That went wrong on our side',
    text: 'Try again. If it stays like this, tell whoever runs this server.',
    action: 'retry',
  },
  MODEL_KEY_INVALID: {
    title: 'The language model rejected its key',
    text: 'Whoever runs this server has to correct OPENAI_API_KEY and restart it. Your question is saved.',
    action: 'retry',
  },
  MODEL_RATE_LIMITED: {
    title: 'The language model is at its limit',
    text: 'The provider accepts no more requests for now. Wait a moment, then try again.',
    action: 'wait',
  },
  MODEL_TIMEOUT: {
    title: 'The language model took too long',
    text: 'No answer arrived in time. Your question is saved: try again.',
    action: 'retry',
  },
  MODEL_UNAVAILABLE: {
    title: 'The language model can’t be reached',
    text: 'The provider is down, its address is wrong, or it does not know the model (OPENAI_MODEL). Your question is saved: try again later.',
    action: 'retry',
  },
  MODEL_STREAM_CUT: {
    title: 'The answer broke off',
    text: 'The connection to the language model was lost. What arrived is kept.',
    action: 'continue',
  },
  MODEL_CONTEXT_TOO_LONG: {
    title: 'This conversation is too long for the model',
    text: 'It has outgrown what the model can read at once. Continue in a new conversation.',
    action: 'start-over',
  },
  MODEL_REFUSED: {
    title: 'The language model declined to answer',
    text: 'Its content rules stopped the answer. Put the question differently.',
    action: 'edit',
  },
  MODEL_MALFORMED: {
    title: 'The answer made no sense',
    text: 'The language model sent something unreadable. Try again.',
    action: 'retry',
  },
  MODEL_LENGTH_LIMIT: {
    title: 'The answer reached its length limit',
    text: 'What arrived is kept. Continue to get the rest.',
    action: 'continue',
  },
  MODEL_STOPPED: {
    title: 'Stopped',
    text: 'You stopped this answer. What arrived is kept.',
    action: 'continue',
  },
};

/** The text for a request that never reached the server. */
const offlineText: ErrorText = {
  title: 'No connection to the server',
  text: 'Check your network. Nothing you typed is lost.',
  action: 'retry',
};

/** The text for a model that fell silent in the middle of its answer. */
const silenceText: ErrorText = {
  title: 'The answer stopped arriving',
  text: 'What arrived is kept.',
  action: 'continue',
};

/** The text for an answer that failed: with a part of it there, it can go on from where it ended. */
export function textForAnswer(code: ErrorCode, arrived: string): ErrorText {
  return code === 'MODEL_TIMEOUT' && arrived.trim() !== '' ? silenceText : textFor(code);
}

/** Looks a text up; a code from a newer server than this page counts as a failure of the server. */
export function textFor(code: ErrorCode): ErrorText {
  if (code === 'OFFLINE') return offlineText;
  return Object.hasOwn(errorText, code) ? errorText[code] : errorText.INTERNAL;
}
