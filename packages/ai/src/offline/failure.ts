import { once } from 'node:events';
import {
  APICallError,
  InvalidResponseDataError,
  JSONParseError,
  type LanguageModelV4StreamPart,
} from '@ai-sdk/provider';

/** The ways in which a test can make the offline model fail. */
export type OfflineFailure = '401' | '429' | 'timeout' | 'cut-stream' | 'garbage';

const rateLimitSeconds = 2;

/** The error that a call in this failure mode ends with; a timeout never comes to one unless it is aborted. */
export async function failedCall(
  failure: OfflineFailure,
  abortSignal: AbortSignal | undefined,
): Promise<unknown> {
  switch (failure) {
    case '401':
    case '429':
      return httpError(Number(failure));
    case 'garbage':
      return new JSONParseError({ text: '<html>', cause: new SyntaxError('rehearsed') });
    case 'cut-stream':
      return httpError(200, new TypeError('terminated'));
    case 'timeout':
      abortSignal?.throwIfAborted();
      await once(abortSignal ?? new EventTarget(), 'abort');
      return abortSignal?.reason;
  }
}

/** The first half of an answer, and then what the SDK reports when a connection breaks off. */
export function brokenParts(parts: LanguageModelV4StreamPart[]): LanguageModelV4StreamPart[] {
  const error = new InvalidResponseDataError({ data: undefined, message: 'rehearsed' });
  const firstHalf = parts.slice(0, Math.max(3, Math.floor(parts.length / 2)));
  return [...firstHalf, { type: 'error', error }];
}

function httpError(statusCode: number, cause?: unknown): APICallError {
  return new APICallError({
    message: 'rehearsed',
    url: 'offline:',
    requestBodyValues: undefined,
    statusCode,
    responseHeaders: statusCode === 429 ? { 'retry-after': String(rateLimitSeconds) } : {},
    cause,
  });
}
