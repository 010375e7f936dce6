import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { Hono } from 'hono';
import { AppError } from '../errors/app-error.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';

/** Where the figures are. */
export const metricsPath = '/metrics';

/**
 * Serves the figures to whoever has the token. Without one, to this machine only: asked for under its own name and not through a
 * proxy, behind which everybody looks like this machine. To all others there is nothing here.
 */
export function metricsRoute(metrics: Metrics, token: string | undefined): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>();
  routes.get(metricsPath, async (c) => {
    if (!(token === undefined ? isLocal(c) : hasToken(c, token))) throw new AppError('NOT_FOUND');
    return c.body(await metrics.read(), 200, {
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
    });
  });
  return routes;
}

function hasToken(c: HttpContext, token: string): boolean {
  const [, given = ''] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

function isLocal(c: HttpContext): boolean {
  if (proxyHeaders.some((name) => c.req.header(name) !== undefined)) return false;
  const address = c.env?.incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  if (address !== '::1' && !address.startsWith('127.')) return false;
  // A page of another site can point its own name at this machine; it cannot name this machine itself.
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '');
  return host === 'localhost' || isIP(host.replace(/^\[|\]$/g, '')) !== 0;
}
