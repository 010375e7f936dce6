import type { ServiceDatabase } from '@commons/shared-db/service';
import { Hono } from 'hono';
import type { AppHook } from '../app-hook.ts';
import type { AppDefinition } from '../define-app.ts';
import { clientOf } from '../limits/client-of.ts';
import type { Services } from '../trpc/request-context.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';
import { limitBody } from './limit-body.ts';

/** Far more than such a message has; nothing else that arrives without a session is read as a whole. */
const bodyMaxBytes = 256 * 1024;

/** Serves what other services post to in one app. */
export function appHooks(
  { name, hooks = [] }: Pick<AppDefinition, 'name' | 'hooks'>,
  services: Services,
  service: ServiceDatabase,
): Hono<HttpEnvironment> {
  const served = new Hono<HttpEnvironment>();
  const limit = limitBody(bodyMaxBytes);
  for (const hook of hooks) {
    served.post(`/${name}${hook.path}`, limit, (c) => take(c, name, hook, services, service));
  }
  return served;
}

async function take(
  c: HttpContext,
  app: string,
  hook: AppHook,
  { limits, now, siteUrl, realtime }: Services,
  service: ServiceDatabase,
): Promise<Response> {
  c.header('cache-control', 'no-store');
  const client = `client:${clientOf(c.get('clientAddress'))}`;
  await limits.admit(client, { app, path: hook.path, type: 'mutation', limit: hook.limit });
  await hook.take({
    requestId: c.get('requestId'),
    headers: c.req.raw.headers,
    body: new Uint8Array(await c.req.arrayBuffer()),
    log: c.get('log'),
    signal: c.req.raw.signal,
    asService: (why, work) => service.asService(why, work),
    realtime,
    now,
    siteUrl,
  });
  return c.body(null, 200);
}
