import { type FetchCreateContextFnOptions, fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { readCredential } from '../bearer/authenticate.ts';
import type { AppDefinition } from '../define-app.ts';
import { errorLog } from '../errors/error-log.ts';
import { errorTable } from '../errors/error-table.ts';
import { toTrpcError } from '../errors/to-trpc-error.ts';
import { createRequestContext, type Services } from '../trpc/request-context.ts';
import { endOnShutdown } from './end-on-shutdown.ts';
import type { HttpContext } from './http-environment.ts';
import { retryAfter } from './retry-after.ts';

const batchMax = 20;
const loggedPathMax = 100;

/** Serves one app's router. */
export function trpcEndpoint(
  app: AppDefinition,
  services: Services,
  readToken: (cookieHeader: string | undefined) => string | undefined,
  shutdown: AbortSignal,
): (c: HttpContext) => Promise<Response> {
  const selfProving = new Set<string>();
  return async (c) => {
    const log = c.get('log');
    const createContext = async ({ info }: FetchCreateContextFnOptions) =>
      createRequestContext(services, {
        app: app.name,
        selfProving,
        requestId: c.get('requestId'),
        credential: readCredential(c.req.raw.headers, readToken),
        log,
        signal: c.req.raw.signal,
        ipAddress: c.get('clientAddress'),
        userAgent: c.req.header('user-agent')?.slice(0, 500),
        isBatch: info.calls.length > 1,
      }).catch((error: unknown) => {
        throw toTrpcError(error);
      });
    const response = await fetchRequestHandler({
      endpoint: `/${app.name}/trpc`,
      req: c.req.raw,
      router: app.router,
      // Inside tRPC, so that a stream learns of a failure in its own protocol and comes back.
      createContext,
      maxBatchSize: batchMax,
      responseMeta: retryAfter,
      onError({ error, path, type }) {
        const facts = errorLog(error);
        const level = errorTable[facts.code].httpStatus >= 500 ? 'error' : 'info';
        const procedure = path?.slice(0, loggedPathMax);
        log[level]({ error: facts, procedure, type }, 'procedure failed');
      },
    });
    return endOnShutdown(response, shutdown);
  };
}
