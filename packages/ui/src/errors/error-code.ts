/** The server's vocabulary of failures. */
export type AppErrorCode =
  | 'BAD_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'STALE_VERSION'
  | 'TOO_LARGE'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'READ_ONLY'
  | 'CROSS_SITE'
  | 'INTERNAL'
  | 'MODEL_KEY_INVALID'
  | 'MODEL_RATE_LIMITED'
  | 'MODEL_TIMEOUT'
  | 'MODEL_UNAVAILABLE'
  | 'MODEL_STREAM_CUT'
  | 'MODEL_CONTEXT_TOO_LONG'
  | 'MODEL_REFUSED'
  | 'MODEL_MALFORMED'
  | 'MODEL_STOPPED';

/** What the browser can meet: the server's codes, and not reaching the server at all. */
export type ErrorCode = AppErrorCode | 'OFFLINE';
