import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { resolveModel } from '@commons/ai';
import { assertMigrated, openDatabase, sharedModule } from '@commons/shared-db';
import {
  leaveOnSignal,
  type ProvidedDatabase,
  provideDatabase,
  readDatabasePrepare,
  readDatabaseSettings,
  upgrade,
} from '@commons/shared-db/cli';
import { openNotifications, openServiceDatabase } from '@commons/shared-db/service';
import type { AppDefinition } from '../define-app.ts';
import { readServerEnvironment, type ServerEnvironment } from '../env.ts';
import { startWorkerProcess } from '../jobs/start-worker-process.ts';
import { keptSecret } from '../kept-secret.ts';
import { type Log, openLog } from '../log.ts';
import {
  type Development,
  type RunningServer,
  type StartServerOptions,
  startServer,
} from '../server/start-server.ts';
import { alarmOnNotice } from './alarm-on-notice.ts';
import { demoPeopleOf } from './demo-people.ts';
import { readSiteEnvironment, type SiteEnvironment } from './env.ts';
import { keepReference } from './keep-reference.ts';
import { seedDemo } from './seed-demo.ts';
import { welcome } from './welcome.ts';

/** A site: some apps, and perhaps a launcher in front of them. */
export interface Site {
  apps: readonly AppDefinition[];
  gatewayPages?: URL;
  /** Where `.data` is kept unless COMMONS_DATA says otherwise. */
  projectFolder: string;
  development?: Development;
  /** How pushed messages go out; to public addresses only unless given. */
  pushFetch?: StartServerOptions['pushFetch'];
}

const usualPort = 3000;

/**
 * Runs a site until it is told to stop: provides the database, migrates it where the owner's login is at hand, adds the
 * demonstration data and reference data, serves, and prints where. Ends the process with a sentence when something is missing.
 */
export async function runSite(site: Site): Promise<void> {
  try {
    const siteEnvironment = readSiteEnvironment(site.projectFolder, undefined, process.argv.slice(2));
    const env = readServerEnvironment(() => keptSecret(join(siteEnvironment.dataFolder, 'secret')));
    const log = openLog({ level: env.logLevel, readable: !env.production });
    const provided = await provideDatabase(readDatabaseSettings(), siteEnvironment.dataFolder);
    const starting = leaveOnSignal(provided, () => serve(site, siteEnvironment, provided, env, log));
    const server = await starting.catch(async (error: unknown) => {
      await provided.stop();
      throw error;
    });
    stopOnSignals(server, provided, log, env);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
    process.exit(1);
  }
}

async function serve(
  { apps, gatewayPages, development, pushFetch }: Site,
  { demo, model, role: { role, isChosen }, dataFolder }: SiteEnvironment,
  { logins, direct, description, borrowed }: ProvidedDatabase,
  env: ReturnType<typeof readServerEnvironment>,
  log: Log,
): Promise<Pick<RunningServer, 'close'>> {
  if (borrowed && !isChosen) {
    throw new Error(
      `Another process already runs from ${dataFolder}. Stop it first, say with --role web or --role worker what this one is to do beside it, or give it a folder of its own with COMMONS_DATA.`,
    );
  }
  const models = resolveModel(model);
  const modules = [sharedModule, ...apps];
  if (logins.owner) {
    await upgrade({ ownerUrl: logins.owner, modules, waitMs: 60_000 });
  }
  if (demo && role !== 'worker') await seedDemo(apps, logins);

  const lost = alarmOnNotice(log);
  const { onNotice } = lost;
  const prepare = readDatabasePrepare();
  const parts = {
    apps,
    database: openDatabase({ url: logins.app, max: 10, prepare, onNotice }),
    service: openServiceDatabase({ url: logins.service, prepare, onNotice }),
    notifications: openNotifications({
      url: direct.service,
      onChange: (isListening) => log.info({ isListening }, 'hearing of other processes'),
    }),
    models,
    env,
    log,
    ...(pushFetch && { pushFetch }),
  };
  await assertMigrated(parts.service, modules);
  const reference = await keepReference(parts);
  const untilClosed = (running: Pick<RunningServer, 'close'>) => ({
    close() {
      reference.stop();
      return running.close();
    },
  });
  if (role === 'worker') {
    const worker = await startWorkerProcess({ ...parts, workUrl: logins.service });
    process.stdout.write(`\nA worker of Commons is running.\n  Database  ${description}\n\n`);
    return untilClosed(worker);
  }
  const server = await startServer({
    ...parts,
    workUrl: role === 'all' ? logins.service : undefined,
    lostTransactions: lost.count,
    demoLogins: demo ? demoPeopleOf(apps) : [],
    ...(gatewayPages && { gatewayPages }),
    ...(development && { development }),
  });
  process.stdout.write(
    welcome({
      url: server.url,
      port: server.port,
      usualPort: env.port === undefined ? usualPort : server.port,
      apps,
      hasLauncher: gatewayPages !== undefined,
      demo,
      model: models.describe(),
      database: description,
    }),
  );
  return untilClosed(server);
}

const forceMs = 3_000;

/** The first signal lets what runs finish or hands it over; the second, or a shutdown that hangs, ends the process as it is. */
function stopOnSignals(
  server: Pick<RunningServer, 'close'>,
  provided: ProvidedDatabase,
  log: Log,
  { shutdownDelayMs, shutdownTimeoutMs }: ServerEnvironment,
): void {
  let stopping = false;
  const force = async () => {
    log.warn('ending without waiting any longer');
    await Promise.race([provided.stop(), wait(forceMs)]);
    process.exit(1);
  };
  const stop = async (code: number) => {
    if (stopping) return void force();
    stopping = true;
    setTimeout(() => void force(), shutdownDelayMs + shutdownTimeoutMs + forceMs).unref();
    await server.close();
    await provided.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  // A log that nobody reads any more, or a full disk behind it, is no reason to end.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    // Only the kind of error: its text may hold what a person wrote.
    log.fatal({ error: error.name }, 'an error escaped; the process ends and wants to be started again');
    void stop(1);
  });
}
