import type { ModelErrorCode } from '@commons/ai';
import { errorTable } from './error-table.ts';

/** Every way in which a request can fail, as people and screens tell them apart; `docs/errors.md` is the table. */
export type AppErrorCode =
  | 'BAD_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'STALE_VERSION'
  | 'TOO_LARGE'
  | 'RATE_LIMITED'
  | 'QUOTA_EXCEEDED'
  | 'UNAVAILABLE'
  | 'READ_ONLY'
  | 'CROSS_SITE'
  | 'INTERNAL'
  | 'MODEL_LENGTH_LIMIT'
  | ModelErrorCode;

/** Messages per form field, by dotted path; the empty path is the form as a whole. */
export type FieldErrors = Record<string, string[]>;

/** What may accompany an error; everything but `cause` is shown to the client, so it holds no secrets. */
export interface AppErrorOptions {
  /** Text for people, instead of the code's own. */
  message?: string;
  /** Small facts a screen needs to offer the next step. */
  details?: Record<string, string | number | boolean | null>;
  fields?: FieldErrors;
  retryAfterMs?: number;
  /** Kept for the log, which records its kind and place and never its text. */
  cause?: unknown;
}

/**
 * An error with a code of the vocabulary and a text for people.
 * @example throw new AppError('NOT_FOUND', { message: 'This conversation no longer exists.' });
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: AppErrorOptions['details'];
  readonly fields: FieldErrors | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: AppErrorCode, options: AppErrorOptions = {}) {
    super(options.message ?? errorTable[code].text, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details;
    this.fields = options.fields;
    this.retryAfterMs = options.retryAfterMs;
  }
}
