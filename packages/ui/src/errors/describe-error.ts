import { TRPCClientError } from '@trpc/client';
import type { ErrorCode } from './error-code.ts';
import { type ErrorText, errorText, textFor } from './error-text.ts';
import { codeForStatus, HttpError } from './http-error.ts';

/** Everything a surface needs to show a failure. */
export interface ErrorDescription extends ErrorText {
  code: ErrorCode;
  requestId: string | undefined;
  retryAfterMs: number | undefined;
  /** Messages per input field, for forms. */
  fields: Record<string, string[]>;
}

interface ErrorData {
  code?: unknown;
  requestId?: unknown;
  retryAfterMs?: unknown;
  fields?: Record<string, string[]>;
}

/** Codes whose message from the server says more than the vocabulary can. */
const specific: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['BAD_INPUT', 'CONFLICT', 'TOO_LARGE']);

/** Turns whatever was thrown into words and a next step; the message of an unknown error is never shown. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof TRPCClientError) return describeTrpc(error);
  if (error instanceof HttpError) {
    return describe(error.code, { requestId: error.requestId, retryAfterMs: error.retryAfterMs });
  }
  return describe(isNetworkFailure(error) ? 'OFFLINE' : 'INTERNAL');
}

/** Whether the same request may well succeed a moment later. */
export function isTransient(error: unknown): boolean {
  const { code } = describeError(error);
  return code === 'UNAVAILABLE' || code === 'OFFLINE';
}

function describeTrpc(error: TRPCClientError<never>): ErrorDescription {
  const data = error.data as ErrorData | undefined;
  const response: unknown = error.meta?.response;
  if (!data) return describe(response instanceof Response ? gatewayCode(response.status) : 'OFFLINE');
  const code = isKnown(data.code) ? data.code : 'INTERNAL';
  const description = describe(code, {
    requestId: typeof data.requestId === 'string' ? data.requestId : undefined,
    retryAfterMs: typeof data.retryAfterMs === 'number' ? data.retryAfterMs : undefined,
    fields: data.fields ?? {},
  });
  return specific.has(code) && isSentence(error.message) ? { ...description, text: error.message } : description;
}

function describe(code: ErrorCode, more: Partial<ErrorDescription> = {}): ErrorDescription {
  return { requestId: undefined, retryAfterMs: undefined, fields: {}, ...more, ...textFor(code), code };
}

/** An answer without an error shape came from something in front of the server, such as a proxy. */
function gatewayCode(status: number): ErrorCode {
  return status < 400 ? 'UNAVAILABLE' : codeForStatus(status);
}

function isKnown(code: unknown): code is keyof typeof errorText {
  return typeof code === 'string' && Object.hasOwn(errorText, code);
}

/** Browsers report an unreachable server as a TypeError, each with its own message. */
function isNetworkFailure(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

function isSentence(message: string): boolean {
  return message.length > 0 && !/^[[{]/.test(message);
}
