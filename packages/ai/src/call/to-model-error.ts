import {
  APICallError,
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
  NoContentGeneratedError,
  TypeValidationError,
} from '@ai-sdk/provider';
import { ModelError, type ModelErrorOptions } from '../model-error.ts';
import { modelErrorOfResponse } from './model-error-of-response.ts';
import { retryAfterMs, retryDelayMs } from './retry-after.ts';

const unreadable = [
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
  NoContentGeneratedError,
  TypeValidationError,
];

/** Translates whatever the SDK throws. Errors that are not the provider's doing come back as they are. */
export function toModelError(error: unknown): unknown {
  if (error instanceof ModelError) return error;
  if (APICallError.isInstance(error)) return fromApiCall(error);
  if (isReport(error)) return modelErrorOfResponse({ status: statusIn(error), body: error });
  if (unreadable.some((kind) => kind.isInstance(error)) || isUnreadableStart(error))
    return new ModelError('MODEL_MALFORMED');
  return error;
}

/** What the SDK says, in no class of its own, when the first event of Anthropic's stream cannot be read. */
function isUnreadableStart(error: unknown): boolean {
  return error instanceof Error && error.message === 'Expected a normalized Anthropic stream error';
}

/** An error object in mid-stream, which the SDK hands over as it came. */
function isReport(error: unknown): error is { message: string; code?: unknown; statusCode?: unknown } {
  const isObject = typeof error === 'object' && error !== null && !(error instanceof Error);
  return isObject && 'message' in error && typeof error.message === 'string';
}

/** Gateways put the status that they met into `code`; elsewhere the SDK knows what the kind of error stands for. */
function statusIn(report: { code?: unknown; statusCode?: unknown }): number | undefined {
  const statuses = [report.code, report.statusCode].map(Number);
  return statuses.find((status) => Number.isInteger(status) && status >= 400 && status <= 599);
}

function fromApiCall(error: APICallError): ModelError {
  const { statusCode: status } = error;
  if (status === undefined) return new ModelError('MODEL_UNAVAILABLE', networkDetail(error.cause));
  if (status >= 400) {
    const wait = retryAfterMs(error.responseHeaders) ?? retryDelayMs(error.responseBody);
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
