import type { MiddlewareHandler } from 'hono';
import { isApiPath } from './api-paths.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { dataPolicy, securityHeaders } from './security-headers.ts';

/** Puts the protecting headers on every answer, whoever made it. */
export function protect(secure: boolean, shutdown: AbortSignal): MiddlewareHandler<HttpEnvironment> {
  const always = Object.entries(securityHeaders(secure));
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of always) headers.set(name, value);
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', dataPolicy);
    if (isApiPath(c.req.path)) {
      const stream = headers.get('content-type')?.startsWith('text/event-stream');
      headers.set('cache-control', stream ? 'no-store, no-transform' : 'no-store');
    }
    if (shutdown.aborted) headers.set('connection', 'close');
  };
}
