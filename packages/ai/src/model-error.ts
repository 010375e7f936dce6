import type { ModelFinish } from './port.ts';

/** Every way in which a model call can fail, as one closed list. */
export const modelErrorCodes = [
  'MODEL_KEY_INVALID',
  'MODEL_RATE_LIMITED',
  'MODEL_TIMEOUT',
  'MODEL_UNAVAILABLE',
  'MODEL_STREAM_CUT',
  'MODEL_CONTEXT_TOO_LONG',
  'MODEL_REFUSED',
  'MODEL_MALFORMED',
  'MODEL_STOPPED',
] as const;

/** One of the ways in which a model call can fail. */
export type ModelErrorCode = (typeof modelErrorCodes)[number];

const messages: Record<ModelErrorCode, string> = {
  MODEL_KEY_INVALID: 'The language model did not accept the API key.',
  MODEL_RATE_LIMITED: 'The language model is busy or its quota is used up.',
  MODEL_TIMEOUT: 'The language model did not answer in time.',
  MODEL_UNAVAILABLE: 'The language model cannot be reached.',
  MODEL_STREAM_CUT: 'The connection to the language model broke off in mid-answer.',
  MODEL_CONTEXT_TOO_LONG: 'The conversation is too long for the language model.',
  MODEL_REFUSED: 'The language model declined to answer.',
  MODEL_MALFORMED: 'The language model sent an answer that cannot be read.',
  MODEL_STOPPED: 'The answer was stopped.',
};

/** What may be known about a failure besides its code. */
export interface ModelErrorOptions {
  /** A status or network code, such as `HTTP 503`; never words of the provider. */
  detail?: string | undefined;
  retryAfterMs?: number | undefined;
  partialUsage?: ModelFinish | undefined;
}

/**
 * A failed model call. Its message is fixed text for people: a provider's own words can quote the key or the prompt,
 * so they are never carried along, not even as the cause.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  /** A status or network code for the log. */
  readonly detail: string | undefined;
  /** How long the provider asks us to wait. */
  readonly retryAfterMs: number | undefined;
  /** What the call had used when it failed, for the ledger. */
  readonly partialUsage: ModelFinish | undefined;

  constructor(code: ModelErrorCode, options: ModelErrorOptions = {}) {
    super(messages[code]);
    this.code = code;
    this.detail = options.detail;
    this.retryAfterMs = options.retryAfterMs;
    this.partialUsage = options.partialUsage;
  }
}
