import type { ErrorBody } from '@commons/api';
import type { ErrorCode } from './error-code.ts';

/** A refused request of the plain HTTP endpoints: sign-in, the list of apps. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  /** What the server said; an answer from something in front of it has only a code, from the status. */
  readonly body: Partial<Omit<ErrorBody, 'code'>> & { code: ErrorCode };

  constructor(response: Response, body: unknown) {
    super(`The server answered ${response.status}.`);
    const requestId = response.headers.get('x-request-id');
    this.body = {
      code: codeForStatus(response.status),
      ...(requestId !== null && { requestId }),
      ...(isErrorBody(body) && body),
    };
  }
}

/** The code of the vocabulary that an HTTP status stands for. */
export function codeForStatus(status: number): ErrorCode {
  if (status < 400) return 'UNAVAILABLE';
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 413) return 'TOO_LARGE';
  if (status === 429) return 'RATE_LIMITED';
  if (status < 500) return 'BAD_INPUT';
  return status === 500 ? 'INTERNAL' : 'UNAVAILABLE';
}

function isErrorBody(body: unknown): body is ErrorBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'requestId' in body;
}
