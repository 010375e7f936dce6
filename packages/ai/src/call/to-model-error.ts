import {
  APICallError,
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
  NoObjectGeneratedError,
  NoOutputGeneratedError,
  TypeValidationError,
} from 'ai';
import { ModelError, type ModelErrorOptions } from '../model-error.ts';
import { modelErrorOfResponse } from './model-error-of-response.ts';
import { retryAfterMs } from './retry-after.ts';

const unreadable = [
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
  NoObjectGeneratedError,
  NoOutputGeneratedError,
  TypeValidationError,
];

/** Translates whatever the SDK throws. Errors that are not the provider's doing come back as they are. */
export function toModelError(error: unknown): unknown {
  if (error instanceof ModelError) return error;
  if (APICallError.isInstance(error)) return fromApiCall(error);
  if (isReport(error)) return modelErrorOfResponse({ status: statusIn(error), body: error });
  if (unreadable.some((kind) => kind.isInstance(error))) return new ModelError('MODEL_MALFORMED');
  return error;
}

/** An error object in mid-stream, which the SDK hands over as it came. */
function isReport(error: unknown): error is { message: string; code?: unknown } {
  const isObject = typeof error === 'object' && error !== null && !(error instanceof Error);
  return isObject && 'message' in error && typeof error.message === 'string';
}

/** Gateways put the status that they met into `code`. */
function statusIn({ code }: { code?: unknown }): number | undefined {
  const status = Number(code);
  return Number.isInteger(status) && status >= 400 && status <= 599 ? status : undefined;
}

function fromApiCall(error: APICallError): ModelError {
  const { statusCode: status } = error;
  if (status === undefined) return new ModelError('MODEL_UNAVAILABLE', networkDetail(error.cause));
  if (status >= 400) {
    const wait = retryAfterMs(error.responseHeaders);
    return modelErrorOfResponse({ status, body: errorBody(error.data), retryAfterMs: wait });
  }
  const isWhole = unreadable.some((kind) => kind.isInstance(error.cause));
  return isWhole
    ? new ModelError('MODEL_MALFORMED', { detail: `HTTP ${status}` })
    : new ModelError('MODEL_STREAM_CUT', networkDetail(error.cause));
}

function errorBody(data: unknown): object {
  const body = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof body === 'object' && body !== null ? body : {};
}

/** Looks for a code such as ECONNREFUSED in a chain of causes. */
function networkDetail(cause: unknown): ModelErrorOptions {
  for (let link = cause; link instanceof Error; link = link.cause) {
    if ('code' in link && typeof link.code === 'string' && /^[A-Z_]+$/.test(link.code))
      return { detail: link.code };
  }
  return {};
}
