import { Hono } from 'hono';
import { type AppRoute, routeFolder } from '../app-route.ts';
import type { AppDefinition } from '../define-app.ts';
import { AppError } from '../errors/app-error.ts';
import type { LimitedCall } from '../limits/call-limits.ts';
import { clientOf } from '../limits/client-of.ts';
import type { Services } from '../trpc/request-context.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';

/** Serves the plain routes of one app, and owns every path in the folders of its routes and hooks. */
export function appRoutes(
  { name, routes = [], hooks = [] }: Pick<AppDefinition, 'name' | 'routes' | 'hooks'>,
  services: Services,
): Hono<HttpEnvironment> {
  const served = new Hono<HttpEnvironment>();
  for (const { path, limit, answer, receive } of routes) {
    const at = `/${name}${path}`;
    const asked = { app: name, path, limit };
    served.get(at, (c) => respond(c, { ...asked, type: 'query' }, answer, services));
    if (receive) served.post(at, (c) => respond(c, { ...asked, type: 'mutation' }, receive, services));
  }
  for (const folder of new Set([...routes, ...hooks].map((one) => routeFolder(name, one)))) {
    served.all(`${folder}*`, (c) => {
      c.header('cache-control', 'no-store');
      throw new AppError('NOT_FOUND');
    });
  }
  return served;
}

async function respond(
  c: HttpContext,
  call: LimitedCall,
  answer: AppRoute['answer'],
  services: Services,
): Promise<Response> {
  c.header('cache-control', 'no-store');
  const { database, limits, now, siteUrl } = services;
  const client = `client:${clientOf(c.get('clientAddress'))}`;
  await limits.admit(client, call);
  const {
    body,
    contentType,
    headers = {},
  } = await answer({
    requestId: c.get('requestId'),
    // Hono's types know a path only where it is written out.
    params: c.req.param() as Record<string, string>,
    log: c.get('log'),
    signal: c.req.raw.signal,
    ipAddress: c.get('clientAddress'),
    userAgent: c.req.header('user-agent')?.slice(0, 500),
    asAnon: (run) => database.asAnon(run),
    now,
    siteUrl,
  });
  for (const [header, value] of Object.entries(headers)) c.header(header, value);
  return c.body(body, 200, { 'content-type': contentType });
}
