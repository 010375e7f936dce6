import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ModelPort } from '@commons/ai';
import { assertMigrated, assertSafeLogin, type Database, sharedModule } from '@commons/shared-db';
import { countJobs, type Notifications, type ServiceDatabase } from '@commons/shared-db/service';
import { getRequestListener } from '@hono/node-server';
import { bearerSessions } from '../bearer/bearer-sessions.ts';
import { tokenVerifier } from '../bearer/verify-token.ts';
import type { AppDefinition, StopApp } from '../define-app.ts';
import type { ServerEnvironment } from '../env.ts';
import { deliveryOf } from '../identity/delivery-of.ts';
import { createIdentity } from '../identity/identity.ts';
import type { Deliver } from '../identity/mailer.ts';
import { openSessionStore } from '../identity/session-store.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { openAllowances } from '../limits/allowances.ts';
import { openCallLimits } from '../limits/call-limits.ts';
import { type Log, openLog } from '../log.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import { observeModels } from '../metrics/observe-models.ts';
import { recent } from '../metrics/recent.ts';
import { openWebPush } from '../push/web-push.ts';
import { postgresRealtime } from '../realtime/postgres-realtime.ts';
import { sharedSessions } from '../realtime/shared-sessions.ts';
import { openTracer } from '../tracing/open-tracer.ts';
import { traceDatabase, traceService } from '../tracing/trace-database.ts';
import { traceModels } from '../tracing/trace-models.ts';
import type { DemoLogin } from './api-routes.ts';
import { createHttpApp } from './http-app.ts';
import { listen } from './listen.ts';
import { ownHost } from './own-host.ts';
import type { DevelopmentPages } from './pages.ts';
import { defaultSignInLimits, type SignInLimits, signInGate } from './sign-in-limits.ts';
import { expectedUrl, localUrl } from './site-url.ts';
import { stopServer } from './stop-server.ts';

/** A development server in front of the pages, such as Vite. */
export interface Development extends DevelopmentPages {
  /** Answers modules and assets, and calls `next` for everything else. */
  middleware(request: IncomingMessage, response: ServerResponse, next: () => void): void;
}

/** What a server is made of; the databases and notifications are its own from now on, and it closes them. */
export interface StartServerOptions {
  apps: readonly AppDefinition[];
  /** Folder of the pages at `/`; without it, `/` leads to the first app. */
  gatewayPages?: URL;
  database: Database;
  service: ServiceDatabase;
  /** How the processes of the site tell each other what happened. */
  notifications: Notifications;
  /** Address of the service login, where this process is to do jobs as well; without it, other processes do them. */
  workUrl?: string | undefined;
  models: ModelPort;
  /** The clock of requests, jobs and apps; the machine's unless given. */
  now?: () => Date;
  env: ServerEnvironment;
  log?: Log;
  /** Logins to offer to everybody; only for demonstration data. */
  demoLogins?: readonly DemoLogin[];
  development?: Development;
  /** How mail leaves; by SMTP, or into the log where none is configured, unless given. */
  deliver?: Deliver | undefined;
  /** How pushed messages go out; to public addresses only unless given. */
  pushFetch?: typeof globalThis.fetch;
  signInLimits?: SignInLimits;
  /** How many transactions the pools have lost on their connections, for `/metrics`. */
  lostTransactions?: () => number;
  bodyMaxBytes?: number;
  /** How long a provider may take to say who somebody is who comes back from it. */
  providerTimeoutMs?: number;
  /** How long an answer may take to begin. */
  answerTimeoutMs?: number;
}

/** A server that accepts requests. */
export interface RunningServer {
  /** Address as people see it, without a slash at its end. */
  url: string;
  port: number;
  log: Log;
  /** Stops accepting, lets running work finish for a while, and closes everything; later calls join the first. */
  close(): Promise<void>;
}

/**
 * Checks the database, starts the apps and serves them.
 *
 * @throws with what to do when the database is not migrated, the app login could bypass row-level security, or the port is taken
 */
export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const { apps, notifications, env, development, now = () => new Date() } = options;
  const log = options.log ?? openLog({ level: env.logLevel, readable: !env.production });
  const tracer = await openTracer(env.tracing, log);
  const database = traceDatabase(options.database, tracer);
  const service = traceService(options.service, tracer);
  const modules = [sharedModule, ...apps];
  // Undone in reverse unless everything works out.
  await using undo = new AsyncDisposableStack();
  undo.defer(
    async () =>
      void (await Promise.all([database.close(), service.close(), notifications.close(), tracer?.close()])),
  );
  await assertMigrated(service, modules);
  await assertSafeLogin(database);

  await notifications.started;
  const metrics = createMetrics({
    pools: { app: () => database.usage(), service: () => service.usage() },
    measures: Object.fromEntries(apps.map(({ name, measures = {} }) => [name, measures])),
    jobs: recent(() => countJobs(service), { keptMs: 5_000, timeoutMs: 2_000 }),
    lostTransactions: options.lostTransactions ?? (() => 0),
  });
  const models = traceModels(observeModels(options.models, metrics), tracer);
  const realtime = await postgresRealtime({ notifications, secret: env.secret });
  // Where people reach it is known for sure once it listens.
  let siteUrl = expectedUrl(env);
  const push = openWebPush({ secret: env.secret, siteUrl: () => siteUrl, fetch: options.pushFetch });
  const { mailer, mail, worker } = await openJobs({
    apps,
    runtime: {
      database,
      service,
      models,
      modelQuota: env.modelQuota,
      realtime,
      now,
      siteUrl: () => siteUrl,
      push,
      log,
      tracer,
    },
    notifications,
    secret: env.secret,
    ...deliveryOf(env, log, options.deliver),
    workUrl: options.workUrl,
  });
  const stops: StopApp[] = [];
  if (worker) {
    // Sooner than requests, whose last ones may need what jobs use.
    stops.push(() => worker.stop(env.shutdownTimeoutMs / 2));
    undo.defer(() => worker.stop(0));
  }
  for (const app of apps) {
    const stop = await app.start?.({
      database,
      models,
      realtime,
      now,
      siteUrl: () => siteUrl,
      push,
      log: log.child({ app: app.name }),
    });
    if (!stop) continue;
    stops.push(stop);
    undo.defer(() => stop(AbortSignal.abort()));
  }

  const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000, keepAliveTimeout: 10_000 });
  const port = await listen(server, env);
  undo.defer(() => void server.close());
  // The port decides the public address when none is configured, so the handler comes after listening.
  const publicUrl = env.publicUrl ?? localUrl(env.host, port);
  siteUrl = publicUrl.origin;
  const isOwnHost = ownHost(publicUrl, env.publicUrl !== undefined);
  const leaving = new AbortController();
  const shutdown = new AbortController();
  const sessions = sharedSessions(openSessionStore(service), realtime, shutdown.signal);
  undo.defer(() => sessions.close());
  const bearers = bearerSessions(service, env.bearer && tokenVerifier(env.bearer));
  const allowances = openAllowances(service, env.secret);
  const limits = openCallLimits(allowances, env.callRates, log);
  const problemPath = options.gatewayPages ? '/sign-in' : `/${apps[0]?.name ?? ''}/sign-in`;
  const httpApp = createHttpApp({
    apps,
    pages: pagesOf(apps, options.gatewayPages),
    developmentPages: development,
    services: {
      database,
      now,
      siteUrl,
      push,
      mail,
      sessions,
      bearers,
      models,
      modelQuota: env.modelQuota,
      realtime,
      limits,
      metrics,
      tracer,
    },
    service,
    modules,
    mailer,
    identity: createIdentity({
      service,
      sessions,
      mailer,
      publicUrl,
      secret: env.secret,
      providers: env.providers,
      problemPath,
    }),
    gate: signInGate(allowances, options.signInLimits ?? defaultSignInLimits),
    demoLogins: options.demoLogins ?? [],
    log,
    publicUrl,
    isOwnHost,
    secret: env.secret,
    problemPath,
    serviceKey: env.serviceKey,
    allowances,
    providerTimeoutMs: options.providerTimeoutMs ?? 15_000,
    trustedProxies: env.trustedProxies,
    metricsAccess: {
      token: env.metricsToken,
      openToThisMachine: env.publicUrl === undefined && env.trustedProxies === 0,
    },
    bodyMaxBytes: options.bodyMaxBytes ?? 1_000_000,
    answerTimeoutMs: options.answerTimeoutMs ?? 60_000,
    leaving: leaving.signal,
    shutdown: shutdown.signal,
  });
  const listener = getRequestListener(httpApp.fetch);
  server.on('request', (request, response) => {
    const serve = () => void listener(request, response);
    // A development server hands out sources; under a foreign name it is not even asked.
    if (development && isOwnHost(request.headers.host)) development.middleware(request, response, serve);
    else serve();
  });

  undo.move();
  const finish = async () => {
    sessions.close();
    await mailer.settled();
    await realtime.close();
    // What is not given back only has to grow again.
    await limits.close().catch(() => undefined);
    await Promise.all([database.close(), service.close(), notifications.close(), tracer?.close()]);
  };
  let closing: Promise<void> | undefined;
  return {
    url: publicUrl.origin,
    port,
    log,
    close() {
      closing ??= stopServer({
        server,
        leaving,
        delayMs: env.shutdownDelayMs,
        shutdown,
        stops,
        timeoutMs: env.shutdownTimeoutMs,
        finish,
        log,
      });
      return closing;
    },
  };
}

function pagesOf(apps: readonly AppDefinition[], gatewayPages: URL | undefined) {
  const ofApps = apps.flatMap(({ name, pages }) => (pages ? [{ base: `/${name}/`, folder: pages }] : []));
  return gatewayPages ? [...ofApps, { base: '/', folder: gatewayPages }] : ofApps;
}
