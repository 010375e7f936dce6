import { Hono } from 'hono';
import { type AppRoute, routeFolder } from '../app-route.ts';
import type { AppDefinition } from '../define-app.ts';
import { AppError } from '../errors/app-error.ts';
import { clientOf } from '../limits/client-of.ts';
import type { Services } from '../trpc/request-context.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';

/** Serves the plain routes of one app, and owns every path in their folders. */
export function appRoutes(
  { name, routes = [] }: Pick<AppDefinition, 'name' | 'routes'>,
  services: Services,
): Hono<HttpEnvironment> {
  const served = new Hono<HttpEnvironment>();
  for (const route of routes) served.get(`/${name}${route.path}`, (c) => answer(c, name, route, services));
  for (const folder of new Set(routes.map((route) => routeFolder(name, route)))) {
    served.all(`${folder}*`, (c) => {
      c.header('cache-control', 'no-store');
      throw new AppError('NOT_FOUND');
    });
  }
  return served;
}

async function answer(c: HttpContext, app: string, route: AppRoute, services: Services): Promise<Response> {
  c.header('cache-control', 'no-store');
  const { database, limits, now, siteUrl } = services;
  const client = `client:${clientOf(c.get('clientAddress'))}`;
  await limits.admit(client, { app, path: route.path, type: 'query', limit: route.limit });
  const {
    body,
    contentType,
    headers = {},
  } = await route.answer({
    requestId: c.get('requestId'),
    // Hono's types know a path only where it is written out.
    params: c.req.param() as Record<string, string>,
    log: c.get('log'),
    signal: c.req.raw.signal,
    asAnon: (run) => database.asAnon(run),
    now,
    siteUrl,
  });
  for (const [header, value] of Object.entries(headers)) c.header(header, value);
  return c.body(body, 200, { 'content-type': contentType });
}
