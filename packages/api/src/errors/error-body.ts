import type { AppError, AppErrorCode, AppErrorOptions, FieldErrors } from './app-error.ts';
import { errorTable } from './error-table.ts';

/** What a client learns about a failure: no SQL, no parameters, no input, no stack. */
export interface ErrorData {
  code: AppErrorCode;
  requestId: string;
  retryAfterMs?: number;
  fields?: FieldErrors;
  details?: NonNullable<AppErrorOptions['details']>;
}

/** The body of every JSON error outside tRPC. */
export interface ErrorBody extends ErrorData {
  message: string;
  /** The endpoint's own word for what happened, for example `INVALID_EMAIL_OR_PASSWORD`. */
  reason?: string;
}

/** The facts of an error that may leave the server. */
export function errorData(error: AppError, requestId: string): ErrorData {
  return {
    code: error.code,
    requestId,
    ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
    ...(error.fields !== undefined && { fields: error.fields }),
    ...(error.details !== undefined && { details: error.details }),
  };
}

/** The text for people; an internal error never speaks for itself. */
export function errorText(error: AppError): string {
  return error.code === 'INTERNAL' ? errorTable.INTERNAL.text : error.message;
}
