import type { TRPCError } from '@trpc/server';
import type { AppErrorCode } from './app-error.ts';

/** How one code leaves the server. */
export interface ErrorRow {
  trpc: TRPCError['code'];
  httpStatus: number;
  /** What a person reads when the thrower had nothing more precise to say. */
  text: string;
}

/** The vocabulary: one row per code, the same rows as in `docs/errors.md`. */
export const errorTable: Readonly<Record<AppErrorCode, ErrorRow>> = {
  BAD_INPUT: {
    trpc: 'BAD_REQUEST',
    httpStatus: 400,
    text: 'Some of this could not be accepted. Check what you entered and try again.',
  },
  UNAUTHENTICATED: {
    trpc: 'UNAUTHORIZED',
    httpStatus: 401,
    text: 'You are signed out. Sign in to continue.',
  },
  FORBIDDEN: {
    trpc: 'FORBIDDEN',
    httpStatus: 403,
    text: 'Your account has no access to this. Ask the person who owns it.',
  },
  NOT_FOUND: {
    trpc: 'NOT_FOUND',
    httpStatus: 404,
    text: 'This does not exist, or it is not visible to you.',
  },
  CONFLICT: {
    trpc: 'CONFLICT',
    httpStatus: 409,
    text: 'This clashes with something that already exists or has just changed. Reload and try again.',
  },
  STALE_VERSION: {
    trpc: 'PRECONDITION_FAILED',
    httpStatus: 412,
    text: 'This was changed somewhere else in the meantime. Reload to see the newer version.',
  },
  TOO_LARGE: {
    trpc: 'PAYLOAD_TOO_LARGE',
    httpStatus: 413,
    text: 'This is too large. Shorten it and try again.',
  },
  RATE_LIMITED: {
    trpc: 'TOO_MANY_REQUESTS',
    httpStatus: 429,
    text: 'Too many attempts. Wait a little and try again.',
  },
  QUOTA_EXCEEDED: {
    trpc: 'TOO_MANY_REQUESTS',
    httpStatus: 429,
    text: 'Your share of the language model is used up for today. It is there again tomorrow.',
  },
  UNAVAILABLE: {
    trpc: 'SERVICE_UNAVAILABLE',
    httpStatus: 503,
    text: 'The service is not available right now. Try again in a moment.',
  },
  READ_ONLY: {
    trpc: 'SERVICE_UNAVAILABLE',
    httpStatus: 503,
    text: 'The service is read-only for maintenance. Nothing was changed; try again later.',
  },
  CROSS_SITE: {
    trpc: 'FORBIDDEN',
    httpStatus: 403,
    text: 'This request did not come from this site, so it was refused. Reload the page and try again.',
  },
  INTERNAL: {
    trpc: 'INTERNAL_SERVER_ERROR',
    httpStatus: 500,
    text: 'Something went wrong on our side. Try again; if it stays, report the request id.',
  },
  MODEL_KEY_INVALID: {
    trpc: 'BAD_GATEWAY',
    httpStatus: 502,
    text: 'The language model refused the key of this service. An operator has to check the key.',
  },
  MODEL_RATE_LIMITED: {
    trpc: 'TOO_MANY_REQUESTS',
    httpStatus: 429,
    text: 'The language model is receiving too many requests. Wait a little and retry.',
  },
  MODEL_TIMEOUT: {
    trpc: 'GATEWAY_TIMEOUT',
    httpStatus: 504,
    text: 'The language model took too long to answer. Retry, or ask for something shorter.',
  },
  MODEL_UNAVAILABLE: {
    trpc: 'BAD_GATEWAY',
    httpStatus: 502,
    text: 'The language model cannot be reached right now. Retry in a moment.',
  },
  MODEL_STREAM_CUT: {
    trpc: 'BAD_GATEWAY',
    httpStatus: 502,
    text: 'The answer broke off before its end. What arrived was kept; retry to get it whole.',
  },
  MODEL_CONTEXT_TOO_LONG: {
    trpc: 'PAYLOAD_TOO_LARGE',
    httpStatus: 413,
    text: 'This is too long for the language model. Shorten it or start a new conversation.',
  },
  MODEL_REFUSED: {
    trpc: 'UNPROCESSABLE_CONTENT',
    httpStatus: 422,
    text: 'The language model declined to answer this. Ask in another way.',
  },
  MODEL_MALFORMED: {
    trpc: 'BAD_GATEWAY',
    httpStatus: 502,
    text: 'The language model sent an answer that cannot be read. Retry.',
  },
  MODEL_LENGTH_LIMIT: {
    trpc: 'UNPROCESSABLE_CONTENT',
    httpStatus: 422,
    text: 'The answer reached its length limit. What arrived was kept.',
  },
  MODEL_STOPPED: {
    trpc: 'CLIENT_CLOSED_REQUEST',
    httpStatus: 499,
    text: 'The answer was stopped. What arrived was kept.',
  },
};
