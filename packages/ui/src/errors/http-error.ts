import type { ErrorCode } from './error-code.ts';

/** A refused request of the plain HTTP endpoints (sign-in, list of apps), read into the common vocabulary. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: ErrorCode;
  /** The endpoint's own word for what happened, such as `INVALID_EMAIL_OR_PASSWORD`. */
  readonly reason: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(response: Response, body: unknown) {
    const record = isRecord(body) ? body : {};
    super(typeof record.message === 'string' ? record.message : `The server answered ${response.status}.`);
    this.status = response.status;
    this.reason = typeof record.code === 'string' ? record.code : undefined;
    this.code = codeForStatus(response.status);
    this.requestId = response.headers.get('x-request-id') ?? undefined;
    this.retryAfterMs = retryAfter(response.headers);
  }
}

/** The code of the vocabulary that an HTTP status stands for. */
export function codeForStatus(status: number): ErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 409) return 'CONFLICT';
  if (status === 413) return 'TOO_LARGE';
  if (status === 429) return 'RATE_LIMITED';
  if (status === 502 || status === 503 || status === 504) return 'UNAVAILABLE';
  return status >= 500 ? 'INTERNAL' : 'BAD_INPUT';
}

function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
