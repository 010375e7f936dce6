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
    // One buffer that grows: a list of chunks of one byte each would take far more memory than the limit.
    const buffer = new ArrayBuffer(0, { maxByteLength: maxBytes });
    const content = new Uint8Array(buffer);
    for await (const chunk of raw.body ?? []) {
      const size = buffer.byteLength;
      if (size + chunk.byteLength > maxBytes) throw new AppError('TOO_LARGE');
      buffer.resize(size + chunk.byteLength);
      content.set(chunk, size);
    }
    const { url, method, headers, signal } = raw;
    const body = method === 'GET' || method === 'HEAD' ? null : buffer.slice(0);
    c.req.raw = new Request(url, { method, headers, signal, body });
    await next();
  };
}
