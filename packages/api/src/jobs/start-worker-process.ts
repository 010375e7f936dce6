import { assertMigrated, assertSafeLogin, sharedModule } from '@commons/shared-db';
import { deliveryOf } from '../identity/delivery-of.ts';
import { openLog } from '../log.ts';
import { openWebPush } from '../push/web-push.ts';
import { postgresRealtime } from '../realtime/postgres-realtime.ts';
import { expectedUrl } from '../server/site-url.ts';
import type { StartServerOptions } from '../server/start-server.ts';
import { openTracer } from '../tracing/open-tracer.ts';
import { traceDatabase, traceService } from '../tracing/trace-database.ts';
import { traceModels } from '../tracing/trace-models.ts';
import { openJobs } from './open-jobs.ts';

/** What a process is made of that does jobs and serves nobody; the databases and notifications are its own from now on. */
export interface WorkerProcessOptions
  extends Pick<
    StartServerOptions,
    | 'apps'
    | 'database'
    | 'service'
    | 'notifications'
    | 'models'
    | 'now'
    | 'env'
    | 'log'
    | 'deliver'
    | 'pushFetch'
  > {
  /** Address of the service login. */
  workUrl: string;
}

/** A process that does jobs. */
export interface RunningWorkerProcess {
  /** Finishes or gives back what runs, and closes everything. */
  close(): Promise<void>;
}

/**
 * Checks the database and begins to do jobs.
 *
 * @throws with what to do when the database is not migrated, or the app login could bypass row-level security
 */
export async function startWorkerProcess(options: WorkerProcessOptions): Promise<RunningWorkerProcess> {
  const { apps, notifications, env, workUrl, now = () => new Date() } = options;
  const log = options.log ?? openLog({ level: env.logLevel, readable: !env.production });
  const tracer = await openTracer(env.tracing, log);
  const database = traceDatabase(options.database, tracer);
  const service = traceService(options.service, tracer);
  const models = traceModels(options.models, tracer);
  const closeAll = async () =>
    void (await Promise.all([database.close(), service.close(), notifications.close(), tracer?.close()]));
  try {
    await assertMigrated(service, [sharedModule, ...apps]);
    await assertSafeLogin(database);
    await notifications.started;
    const realtime = await postgresRealtime({ notifications, secret: env.secret });
    const siteUrl = () => expectedUrl(env);
    const push = openWebPush({ secret: env.secret, siteUrl, fetch: options.pushFetch });
    const { mailer, worker } = await openJobs({
      apps,
      runtime: {
        database,
        service,
        models,
        modelQuota: env.modelQuota,
        realtime,
        now,
        siteUrl,
        push,
        log,
        tracer,
      },
      notifications,
      secret: env.secret,
      ...deliveryOf(env, log, options.deliver),
      workUrl,
    });
    return {
      async close() {
        log.info('stopping');
        await worker?.stop(env.shutdownTimeoutMs);
        await mailer.settled();
        await realtime.close();
        await closeAll();
        log.info('stopped');
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
