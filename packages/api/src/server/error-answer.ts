import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorBody, errorData, errorText } from '../errors/error-body.ts';
import { errorLog } from '../errors/error-log.ts';
import { errorTable } from '../errors/error-table.ts';
import { toAppError } from '../errors/to-app-error.ts';
import { isTrpcPath } from './api-paths.ts';
import type { HttpContext } from './http-environment.ts';

/** Answers a failure in the form that the client of this path reads, and logs it if it is ours. */
export function answerError(c: HttpContext, error: unknown): Response {
  const appError = toAppError(error);
  const { httpStatus, trpc } = errorTable[appError.code];
  if (httpStatus >= 500) c.get('log').error({ error: errorLog(error) }, 'request failed');
  const data = errorData(appError, c.get('requestId'));
  const message = errorText(appError);
  const status = httpStatus as ContentfulStatusCode;
  if (appError.retryAfterMs !== undefined) {
    c.header('retry-after', String(Math.ceil(appError.retryAfterMs / 1_000)));
  }
  // The rest of a body that was not read would be taken for the next request.
  if (appError.code === 'TOO_LARGE') c.header('connection', 'close');
  if (isTrpcPath(c.req.path)) {
    const code = TRPC_ERROR_CODES_BY_KEY[trpc];
    return c.json({ error: { message, code, data: { ...data, httpStatus } } }, status);
  }
  return c.json({ ...data, message } satisfies ErrorBody, status);
}
