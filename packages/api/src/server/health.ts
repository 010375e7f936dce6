import { assertMigrated, type Database, type DatabaseModule } from '@commons/shared-db';
import type { ServiceDatabase } from '@commons/shared-db/service';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { errorLog } from '../errors/error-log.ts';
import type { Log } from '../log.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { sharedFor } from './shared-for.ts';

/** What readiness depends on. */
export interface HealthOptions {
  database: Database;
  service: ServiceDatabase;
  modules: readonly DatabaseModule[];
  /** Aborted once the server is on its way out. */
  leaving: AbortSignal;
}

/** The paths of `healthRoutes`. */
export const healthPaths: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

// Anybody may ask, and each check asks the database.
const sharedMs = 1_000;

/** `/healthz`: the process answers. `/readyz`: it can do its work, so send it requests. */
export function healthRoutes({ database, service, modules, leaving }: HealthOptions): Hono<HttpEnvironment> {
  const isReady = sharedFor(sharedMs, async (log: Log) => {
    try {
      await database.asAnon((tx) => tx.execute(sql`select 1`));
      await assertMigrated(service, modules);
      return true;
    } catch (error) {
      log.error({ error: errorLog(error) }, 'not ready');
      return false;
    }
  });
  const routes = new Hono<HttpEnvironment>();
  routes.get('/healthz', (c) => c.json({ status: 'ok' }));
  routes.get('/readyz', async (c) => {
    if (leaving.aborted) return c.json({ status: 'stopping' }, 503);
    return (await isReady(c.get('log')))
      ? c.json({ status: 'ready' })
      : c.json({ status: 'unavailable' }, 503);
  });
  return routes;
}
