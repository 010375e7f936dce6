import type { MiddlewareHandler } from 'hono';
import { AppError } from '../errors/app-error.ts';
import type { HttpEnvironment } from './http-environment.ts';

/**
 * Refuses bodies of more than `maxBytes`. One without a length is read here: Hono's own middleware hands it on in a
 * `new Request(c.req.raw, …)`, which fails on the request of @hono/node-server unless that replaces the global class.
 */
export function limitBody(maxBytes: number): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const { raw } = c.req;
    if (!raw.headers.has('transfer-encoding')) {
      if (Number(raw.headers.get('content-length') ?? 0) > maxBytes) throw new AppError('TOO_LARGE');
      return next();
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of raw.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new AppError('TOO_LARGE');
      chunks.push(chunk);
    }
    const { url, method, headers, signal } = raw;
    const body = size > 0 && method !== 'GET' && method !== 'HEAD' ? Buffer.concat(chunks) : null;
    c.req.raw = new Request(url, { method, headers, signal, body });
    await next();
  };
}
