import { join } from 'node:path';
import { startCluster } from '../embedded/start-cluster.ts';
import type { DatabaseSettings } from './env.ts';
import { keepLoginPasswords } from './login-passwords.ts';
import { type Logins, loginsAt } from './logins.ts';
import { ensureDatabase, setUpDatabaseRights, setUpRoles } from './set-up-roles.ts';

/** A database that is ready for its logins, though not yet migrated. */
export interface ProvidedDatabase {
  logins: Pick<Logins, 'app' | 'service'> & Partial<Logins>;
  /** Where it is, for a person to read; without passwords. */
  description: string;
  /** Whether another living process has started it, and will take it down when it stops. */
  borrowed: boolean;
  /** Stops what this process started. */
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
    const { app, service, owner } = settings;
    return {
      logins: owner ? { app, service, owner } : { app, service },
      description: new URL(app).host,
      borrowed: false,
      stop: async () => {},
    };
  }
  if (settings.kind === 'administered') {
    const passwords = keepLoginPasswords(join(dataFolder, 'logins.json'));
    await setUpRoles(settings.adminUrl, passwords);
    await setUpDatabaseRights(settings.adminUrl);
    const { host } = new URL(settings.adminUrl);
    return {
      logins: loginsAt(settings.adminUrl, passwords),
      description: host,
      borrowed: false,
      stop: async () => {},
    };
  }
  const cluster = await startCluster({ folder: join(dataFolder, 'postgres'), preferredPort });
  const passwords = keepLoginPasswords(join(dataFolder, 'logins.json'));
  await setUpRoles(cluster.superuserUrl, passwords);
  await ensureDatabase(cluster.superuserUrl, 'commons');
  const adminUrl = new URL(cluster.superuserUrl);
  adminUrl.pathname = '/commons';
  await setUpDatabaseRights(adminUrl.href);
  return {
    logins: loginsAt(adminUrl.href, passwords),
    description: `embedded PostgreSQL on port ${cluster.port}, data in ${join(dataFolder, 'postgres')}`,
    borrowed: !cluster.startedHere,
    stop: async () => {
      if (cluster.startedHere) await cluster.stop();
    },
  };
}
