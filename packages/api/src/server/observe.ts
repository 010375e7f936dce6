import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import { requestIdFrom, withRequestId } from '../request-id.ts';
import { isApiPath } from './api-paths.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';

/** Gives each request its id, a log that carries it, and one line in the log when it has been answered. */
export function observe(log: Log, trustedProxies: number): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const requestId = requestIdFrom(c.req.header('x-request-id'));
    const requestLog = log.child({ requestId });
    c.set('requestId', requestId);
    c.set('log', requestLog);
    c.set('clientAddress', clientAddress(c, trustedProxies));
    const startedAt = performance.now();
    await withRequestId(requestId, next);
    c.res.headers.set('x-request-id', requestId);
    const durationMs = Math.round(performance.now() - startedAt);
    const { method, path } = c.req;
    const { status } = c.res;
    // Pages and their files would drown the rest.
    const level = isApiPath(path) || status >= 500 ? 'info' : 'debug';
    requestLog[level]({ method, path: loggedPath(path), status, durationMs }, 'request');
  };
}

/** A path without the secrets that links in mails carry, and of bounded length. */
export function loggedPath(path: string): string {
  return path.replace(/^(\/api\/auth\/[a-z-]+)\/(?!email$|social$|google$).+/, '$1/…').slice(0, 200);
}

function clientAddress(c: HttpContext, trustedProxies: number): string | undefined {
  const direct = c.env?.incoming?.socket.remoteAddress;
  if (trustedProxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  // Each trusted proxy appended the address it saw; what stands further left is hearsay.
  return forwarded.at(-trustedProxies) || direct;
}
