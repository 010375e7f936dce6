import type { ErrorData } from '@commons/api';
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
  /** Small facts that a screen may need for the next step. */
  details: NonNullable<ErrorData['details']>;
}

/** Codes whose message from the server says more than the vocabulary can. */
const specific: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_INPUT',
  'CONFLICT',
  'FORBIDDEN',
  'RATE_LIMITED',
  'TOO_LARGE',
]);

/** A rule that says no, or somebody who was faster, is nothing to report: there is nothing to look up for it. */
const faultless: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['CONFLICT', 'STALE_VERSION']);

/** Turns whatever was thrown into words and a next step; the message of an unknown error is never shown. */
export function describeError(error: unknown): ErrorDescription {
  if (error instanceof HttpError) return describe(error.body, error.body.message);
  if (error instanceof TRPCClientError) return describe(trpcData(error), error.message);
  return describe({ code: isNetworkFailure(error) ? 'OFFLINE' : 'INTERNAL' });
}

/** Whether the same request may well succeed a moment later. */
export function isTransient(error: unknown): boolean {
  const { code } = describeError(error);
  return code === 'UNAVAILABLE' || code === 'OFFLINE';
}

type Facts = Partial<Omit<ErrorData, 'code'>> & { code: ErrorCode };

function describe(facts: Facts, message = ''): ErrorDescription {
  const code = isKnown(facts.code) ? facts.code : 'INTERNAL';
  const vocabulary = textFor(code);
  return {
    ...vocabulary,
    text: specific.has(code) && isSentence(message) ? message : vocabulary.text,
    code,
    requestId: faultless.has(code) ? undefined : facts.requestId,
    retryAfterMs: facts.retryAfterMs,
    fields: facts.fields ?? {},
    details: facts.details ?? {},
  };
}

/** An answer without our shape came from something in front of the server; no answer at all, from nobody. */
function trpcData(error: TRPCClientError<never>): Facts {
  const data = error.data as ErrorData | undefined;
  if (data) return data;
  const response: unknown = error.meta?.response;
  return { code: response instanceof Response ? codeForStatus(response.status) : 'OFFLINE' };
}

function isKnown(code: string): code is ErrorCode {
  return code === 'OFFLINE' || Object.hasOwn(errorText, code);
}

/** Browsers report an unreachable server as a TypeError, each with its own message. */
function isNetworkFailure(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

function isSentence(message: string): boolean {
  return message.length > 0 && !/^[[{]/.test(message);
}
