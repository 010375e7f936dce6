import { isIP } from 'node:net';
import { Hono } from 'hono';
import { AppError } from '../errors/app-error.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { sameSecret } from '../same-secret.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';

/** Where the figures are. */
export const metricsPath = '/metrics';

/** Who may read the figures. */
export interface MetricsAccess {
  token: string | undefined;
  /** Whether this machine may without a token; not behind a proxy, where everybody looks like this machine. */
  openToThisMachine: boolean;
}

/** Serves the figures to whoever has the token, or, without one, to this machine under its own name. To all others there is nothing here. */
export function metricsRoute(
  metrics: Metrics,
  { token, openToThisMachine }: MetricsAccess,
): Hono<HttpEnvironment> {
  const routes = new Hono<HttpEnvironment>();
  routes.get(metricsPath, async (c) => {
    const allowed = token === undefined ? openToThisMachine && isLocal(c) : hasToken(c, token);
    if (!allowed) throw new AppError('NOT_FOUND');
    return c.body(await metrics.read(), 200, {
      'content-type': metrics.contentType,
      'cache-control': 'no-store',
    });
  });
  return routes;
}

function hasToken(c: HttpContext, token: string): boolean {
  const [, given = ''] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  return sameSecret(given, token);
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
