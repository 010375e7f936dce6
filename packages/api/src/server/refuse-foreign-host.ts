import type { MiddlewareHandler } from 'hono';
import { AppError } from '../errors/app-error.ts';
import { healthPaths } from './health.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { metricsPath } from './metrics-route.ts';

/** Refuses requests under a name that is not this server's; load balancers may ask for its health under any. */
export function refuseForeignHost(
  isOwnHost: (host: string | undefined) => boolean,
  publicUrl: URL,
): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    if (!isOwnHost(c.req.header('host')) && !openUnderAnyName(c.req.path)) {
      throw new AppError('CROSS_SITE', {
        message: `This site is not known under this name. Open ${publicUrl.origin}, or have PUBLIC_URL set to the address that people use.`,
      });
    }
    await next();
  };
}

// The figures have a check of their own.
const openUnderAnyName = (path: string) => healthPaths.has(path) || path === metricsPath;
