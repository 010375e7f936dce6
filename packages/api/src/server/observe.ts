import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/create-metrics.ts';
import { methodOf } from '../metrics/route-of.ts';
import { requestIdFrom, withRequestId } from '../request-id.ts';
import type { Tracer } from '../tracing/tracer.ts';
import { isApiPath } from './api-paths.ts';
import type { HttpContext, HttpEnvironment } from './http-environment.ts';

/** What observing needs. */
export interface ObserveOptions {
  log: Log;
  trustedProxies: number;
  metrics: Metrics;
  tracer: Tracer | undefined;
  routeOf: (path: string) => string;
}

// Asked every few seconds, by machines.
const probes = new Set(['/healthz', '/readyz', '/metrics']);

/** Gives each request its id, a log that carries it, and one line in the log when it has been answered. */
export function observe({
  log,
  trustedProxies,
  metrics,
  tracer,
  routeOf,
}: ObserveOptions): MiddlewareHandler<HttpEnvironment> {
  // Its facts are named below and hold no secret, so there is nothing to look for in each line.
  const lines = log.child({}, { redact: [] });
  return async (c, next) => {
    const requestId = requestIdFrom(c.req.header('x-request-id'));
    const requestLog = log.child({ requestId });
    c.set('requestId', requestId);
    c.set('log', requestLog);
    c.set('clientAddress', clientAddress(c, trustedProxies));
    const startedAt = performance.now();
    const { method, path } = c.req;
    const route = routeOf(path);
    // A trace id that a client sends is not taken over: whoever chooses it could mix their request into other people's traces.
    const span = probes.has(route)
      ? undefined
      : tracer?.root('request', `${methodOf(method)} ${route}`, {
          'http.request.method': methodOf(method),
          'http.route': route,
          'commons.request_id': requestId,
        });
    await withRequestId(requestId, span ? () => span.run(next) : next);
    c.res.headers.set('x-request-id', requestId);
    const durationMs = Math.round(performance.now() - startedAt);
    const { status } = c.res;
    span?.end({ failed: status >= 500, facts: { 'http.response.status_code': status } });
    metrics.request({ method: methodOf(method), route, status, durationMs });
    countStream(c, metrics);
    // Pages and their files would drown the rest.
    const level = isApiPath(path) || status >= 500 ? 'info' : 'debug';
    if (lines.isLevelEnabled(level))
      lines[level]({ requestId, method, path: loggedPath(path, route), status, durationMs }, 'request');
  };
}

function countStream(c: HttpContext, metrics: Metrics): void {
  const outgoing = c.env?.outgoing;
  // Whoever has left already would never be counted out.
  if (!outgoing || outgoing.destroyed || !c.res.headers.get('content-type')?.startsWith('text/event-stream'))
    return;
  metrics.stream(1);
  outgoing.once('close', () => metrics.stream(-1));
}

/** A path without the secrets that links in mails carry, and of bounded length. */
export function loggedPath(path: string, route = '{page}'): string {
  if (route.endsWith('{route}')) return route;
  return path.replace(/^(\/api\/auth\/[a-z-]+)\/(?!email$|social$|google$).+/, '$1/…').slice(0, 200);
}

function clientAddress(c: HttpContext, trustedProxies: number): string | undefined {
  const direct = c.env?.incoming?.socket.remoteAddress;
  if (trustedProxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim());
  // Each trusted proxy appended the address it saw; what stands further left is hearsay.
  return withoutPort(forwarded.at(-trustedProxies) ?? '') || direct;
}

/** Some proxies write down from which port, which is another one for each connection and would be another client each time. */
function withoutPort(address: string): string {
  return address.replace(/^\[(.+)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
}
