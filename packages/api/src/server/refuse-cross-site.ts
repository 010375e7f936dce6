import type { MiddlewareHandler } from 'hono';
import { bearerToken } from '../bearer/authenticate.ts';
import { AppError } from '../errors/app-error.ts';
import type { HttpEnvironment } from './http-environment.ts';

/** Header that every POST carries: a page of another site cannot set it without asking first, and is never allowed to. */
const requiredHeader = 'x-commons';

/**
 * Refuses what another site makes a browser send. Origin, when there is one, must be this host, by the
 * scheme of the public address, or that address;
 * a request that changes something must be JSON and carry the header that no form can.
 */
export function refuseCrossSite(publicUrl: URL): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !isOwn(origin, c.req.header('host'), publicUrl)) {
      throw new AppError('CROSS_SITE');
    }
    // Links in mails and the way back from Google are cross-site by nature; they go to pages below /api/auth.
    if (c.req.header('sec-fetch-site') === 'cross-site' && !c.req.path.startsWith('/api/auth/')) {
      throw new AppError('CROSS_SITE');
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      if (c.req.method !== 'POST') {
        throw new AppError('BAD_INPUT', { message: 'Only GET and POST are understood here.' });
      }
      if (c.req.header(requiredHeader) !== '1' && !isByToken(c.req.raw.headers)) {
        throw new AppError('CROSS_SITE', {
          message: `Send the header "${requiredHeader}: 1" with this request.`,
        });
      }
      if (!isJson(c.req.header('content-type'))) {
        throw new AppError('BAD_INPUT', { message: 'Send this as content-type application/json.' });
      }
    }
    await next();
  };
}

/** A page of another site cannot make a browser send this header, and a token says all that a cookie would. */
function isByToken(headers: Headers): boolean {
  return bearerToken(headers) !== undefined && !headers.has('cookie');
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}

function isOwn(origin: string, host: string | undefined, publicUrl: URL): boolean {
  if (origin === publicUrl.origin) return true;
  return host !== undefined && origin === `${publicUrl.protocol}//${host}`;
}
