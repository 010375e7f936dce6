import type { DatabaseModule } from '@commons/shared-db';
import type { ServiceDatabase } from '@commons/shared-db/service';
import { Hono } from 'hono';
import { accountRoutes } from '../account/account-routes.ts';
import { adminRoutes } from '../admin/admin-routes.ts';
import type { AppDefinition } from '../define-app.ts';
import { AppError } from '../errors/app-error.ts';
import type { Identity } from '../identity/identity.ts';
import type { Mailer } from '../identity/mailer.ts';
import { readSessionToken } from '../identity/session-cookie.ts';
import type { Allowances } from '../limits/allowances.ts';
import { clientOf } from '../limits/client-of.ts';
import type { Log } from '../log.ts';
import { routesOf } from '../metrics/route-of.ts';
import type { Services } from '../trpc/request-context.ts';
import { answerInTime } from './answer-in-time.ts';
import { isApiPath } from './api-paths.ts';
import { apiRoutes, type DemoLogin } from './api-routes.ts';
import { appHooks } from './app-hooks.ts';
import { appRoutes } from './app-routes.ts';
import { authRoutes } from './auth-routes.ts';
import { answerError } from './error-answer.ts';
import { healthRoutes } from './health.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { limitBody } from './limit-body.ts';
import { type MetricsAccess, metricsRoute } from './metrics-route.ts';
import { observe } from './observe.ts';
import { type DevelopmentPages, type Pages, servePages } from './pages.ts';
import { protect } from './protect.ts';
import { refuseCrossSite } from './refuse-cross-site.ts';
import { refuseForeignHost } from './refuse-foreign-host.ts';
import type { SignInGate } from './sign-in-limits.ts';
import { trpcEndpoint } from './trpc-endpoint.ts';

/** Everything the HTTP side is made of. */
export interface HttpAppOptions {
  apps: readonly AppDefinition[];
  pages: readonly Pages[];
  developmentPages: DevelopmentPages | undefined;
  services: Services;
  service: ServiceDatabase;
  modules: readonly DatabaseModule[];
  identity: Identity;
  mailer: Mailer;
  gate: SignInGate;
  demoLogins: readonly DemoLogin[];
  log: Log;
  publicUrl: URL;
  /** Whether a Host header names this server. */
  isOwnHost: (host: string | undefined) => boolean;
  secret: string;
  /** The page that says what went wrong at a sign-in provider. */
  problemPath: string;
  providerTimeoutMs: number;
  /** Opens the admin operations; without it there are none. */
  serviceKey: string | undefined;
  allowances: Allowances;
  trustedProxies: number;
  metricsAccess: MetricsAccess;
  bodyMaxBytes: number;
  answerTimeoutMs: number;
  leaving: AbortSignal;
  shutdown: AbortSignal;
}

/** Puts the server together: what every request passes through, then data, then pages. */
export function createHttpApp(options: HttpAppOptions): Hono<HttpEnvironment> {
  const { apps, services, service, modules, publicUrl, secret, shutdown } = options;
  const secure = publicUrl.protocol === 'https:';
  const app = new Hono<HttpEnvironment>();

  const { metrics, tracer } = services;
  app.use(observe({ ...options, metrics, tracer, routeOf: routesOf(apps) }));
  app.use(protect(secure, shutdown));
  app.use(refuseForeignHost(options.isOwnHost, publicUrl));
  app.use(answerInTime(options.answerTimeoutMs));
  app.onError((error, c) => answerError(c, error));

  const guard = refuseCrossSite(publicUrl);
  const limit = limitBody(options.bodyMaxBytes);
  app.use(async (c, next) => {
    if (!isApiPath(c.req.path)) return next();
    await guard(c, () => limit(c, next) as Promise<void>);
  });

  const readToken = (cookies: string | undefined) => readSessionToken(cookies, { secure, secret });
  app.route('/', healthRoutes({ database: services.database, service, modules, leaving: options.leaving }));
  app.route('/', metricsRoute(metrics, options.metricsAccess));
  app.route('/api', apiRoutes(apps, options.demoLogins));
  app.get('/api/auth/*', async (c, next) => {
    const client = `client:${clientOf(c.get('clientAddress'))}`;
    const admission = services.limits.admit(client, { app: 'auth', path: c.req.path, type: 'query' });
    if (admission) await admission;
    await next();
  });
  app.route('/api/auth', authRoutes({ ...options, readToken }));
  const { database, sessions, limits, now } = services;
  const account = accountRoutes({
    services: {
      database,
      service,
      sessions,
      mailer: options.mailer,
      now,
      apps: apps.map(({ name }) => name),
    },
    providers: options.identity.providers,
    limits,
    readToken,
  });
  app.route('/api/account', account);
  const { serviceKey, allowances } = options;
  if (serviceKey) {
    app.route('/api/admin', adminRoutes({ serviceKey, service, sessions, allowances }));
  }
  for (const one of apps) {
    app.all(`/${one.name}/trpc/*`, trpcEndpoint(one, services, readToken, shutdown));
  }
  for (const one of apps) {
    app.route('/', appHooks(one, services, service));
    app.route('/', appRoutes(one, services));
  }
  const page = servePages(options.pages, options.developmentPages);
  app.all('*', (c) => {
    if (isApiPath(c.req.path)) throw new AppError('NOT_FOUND');
    return page(c);
  });
  return app;
}
