import type { Sql } from 'postgres';
import { withConnection } from '../connection/with-connection.ts';
import { readLock, type ServiceLock } from './read-lock.ts';

const logins = ['commons_app', 'commons_service'];

/**
 * Makes the database read-only for both logins that serve, from now on and across restarts, and ends their connections so that
 * nobody is left writing. The owner goes on: it migrates while the service is locked.
 *
 * The lock itself is a preset of the database, which neither login can change; every context and every work of the service looks
 * for it. Presets of the logins keep read-only what asks for neither, such as the job queue.
 *
 * @returns the lock that was there already, which keeps its time and its reason
 */
export function lockService(adminUrl: string, reason: string): Promise<ServiceLock | undefined> {
  return changePresets(adminUrl, (found) => ({
    ofDatabase: found
      ? []
      : [
          `set "commons.locked_since" = ${quote(new Date().toISOString())}`,
          `set "commons.lock_reason" = ${quote(reason)}`,
        ],
    ofLogins: 'set default_transaction_read_only = on',
  }));
}

/**
 * Lets the logins that serve write again.
 *
 * @returns the lock that was there
 */
export function unlockService(adminUrl: string): Promise<ServiceLock | undefined> {
  return changePresets(adminUrl, () => ({
    ofDatabase: ['reset "commons.locked_since"', 'reset "commons.lock_reason"'],
    ofLogins: 'reset default_transaction_read_only',
  }));
}

interface PresetChanges {
  ofDatabase: readonly string[];
  ofLogins: string;
}

function changePresets(
  adminUrl: string,
  changesOf: (found: ServiceLock | undefined) => PresetChanges,
): Promise<ServiceLock | undefined> {
  return withConnection(adminUrl, async (admin) => {
    const [row] = await admin<[{ database: string }]>`select quote_ident(current_database()) as database`;
    const found = await readLock(admin);
    const { ofDatabase, ofLogins } = changesOf(found);
    await admin.begin(async (transaction) => {
      for (const change of ofDatabase) {
        await transaction.unsafe(`alter database ${row.database} ${change}`);
      }
      for (const login of logins) {
        await transaction.unsafe(`alter role ${login} in database ${row.database} ${ofLogins}`);
      }
    });
    // Those that are open have read the presets already.
    await endConnections(admin);
    return found;
  });
}

// With E, a backslash means the same whatever the server's setting of strings.
const quote = (text: string) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

// A backend that is still starting has read its presets before others can see it, hence the second look. One that is about to
// be ready is waited for: where its login is cut off, a pooler takes the server for broken and refuses everybody for a while.
async function endConnections(admin: Sql): Promise<void> {
  const [row] = await admin<[{ now: string }]>`select clock_timestamp()::text as now`;
  for (let quiet = 0; quiet < 2; ) {
    const found = await admin`
      select case when coalesce(state, 'starting') <> 'starting' then pg_terminate_backend(pid) end
      from pg_stat_activity
      where usename = any (${`{${logins.join()}}`}::name[]) and datname = current_database()
        and backend_start <= ${row.now}::timestamptz`;
    quiet = found.length === 0 ? quiet + 1 : 0;
    await admin`select pg_sleep(0.1)`;
  }
}
