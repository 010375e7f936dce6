import { join } from 'node:path';
import { joinCluster } from '../embedded/cluster-users.ts';
import { startCluster } from '../embedded/start-cluster.ts';
import { type DatabaseSettings, requireOwner } from './env.ts';
import { leaveOnSignal } from './leave-on-signal.ts';
import { keepLoginPasswords } from './login-passwords.ts';
import { type Logins, loginsAt, passwordsOf, throughPooler } from './logins.ts';
import { ensureDatabase, setUpDatabaseRights, setUpRoles } from './set-up-roles.ts';

type ProvidedLogins = Pick<Logins, 'app' | 'service'> & Partial<Logins>;

/** A database that is ready for its logins, though not yet migrated. */
export interface ProvidedDatabase {
  /** For the pools of a server, through the pooler if there is one; the owner's is always direct. */
  logins: ProvidedLogins;
  /** Around the pooler: for what needs a session of its own, like LISTEN. */
  direct: ProvidedLogins;
  /** A login that may change the others, where there is one. */
  adminUrl: string | undefined;
  /** Where it is, for a person to read; without passwords. */
  description: string;
  /** Whether another living process has started it. */
  borrowed: boolean;
  /** Stops the embedded one, unless another process still uses it. */
  stop(): Promise<void>;
}

const preferredPort = 54_329;

/**
 * Makes sure that there is a database with the three logins: the embedded one by default.
 *
 * @param dataFolder where the embedded cluster and generated passwords are kept
 */
export async function provideDatabase(
  settings: DatabaseSettings,
  dataFolder: string,
): Promise<ProvidedDatabase> {
  if (settings.kind === 'given') {
    const { app, service, owner, pooler } = settings;
    const direct = owner ? { app, service, owner } : { app, service };
    if (settings.adminUrl) {
      await setUpRoles(settings.adminUrl, passwordsOf({ app, service, owner: requireOwner(direct) }));
      await setUpDatabaseRights(settings.adminUrl);
    }
    return {
      logins: throughPooler(direct, pooler),
      direct,
      adminUrl: settings.adminUrl,
      description: describe(app, pooler),
      borrowed: false,
      stop: async () => {},
    };
  }
  if (settings.kind === 'administered') {
    const passwords = keepLoginPasswords(join(dataFolder, 'logins.json'));
    await setUpRoles(settings.adminUrl, passwords);
    await setUpDatabaseRights(settings.adminUrl);
    const direct = loginsAt(settings.adminUrl, passwords);
    return {
      logins: throughPooler(direct, settings.pooler),
      direct,
      adminUrl: settings.adminUrl,
      description: describe(settings.adminUrl, settings.pooler),
      borrowed: false,
      stop: async () => {},
    };
  }
  const cluster = await startCluster({ folder: join(dataFolder, 'postgres'), preferredPort });
  let leave = () => false;
  const stop = async () => {
    if (leave()) await cluster.stop();
  };
  const prepare = async () => {
    leave = joinCluster(join(dataFolder, 'postgres'));
    const passwords = keepLoginPasswords(join(dataFolder, 'logins.json'));
    await setUpRoles(cluster.superuserUrl, passwords);
    await ensureDatabase(cluster.superuserUrl, 'commons');
    const adminUrl = new URL(cluster.superuserUrl);
    adminUrl.pathname = '/commons';
    await setUpDatabaseRights(adminUrl.href);
    const logins = loginsAt(adminUrl.href, passwords);
    return {
      logins,
      direct: logins,
      adminUrl: adminUrl.href,
      description: `embedded PostgreSQL on port ${cluster.port}, data in ${join(dataFolder, 'postgres')}`,
      borrowed: !cluster.startedHere,
      stop,
    };
  };
  return await leaveOnSignal({ stop }, prepare).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
}

function describe(url: string, pooler: string | undefined): string {
  const { host } = new URL(url);
  return pooler ? `${host}, through the pooler at ${pooler}` : host;
}
