import type { Sql } from 'postgres';
import { withConnection } from '../connection/with-connection.ts';

const logins = ['commons_app', 'commons_service'];
const settings = ['default_transaction_read_only', '"commons.locked_since"', '"commons.lock_reason"'];

/**
 * Makes the database read-only for both logins that serve, from now on and across restarts, and ends their connections so that
 * nobody is left writing. The owner goes on: it migrates while the service is locked.
 */
export function lockService(adminUrl: string, reason: string): Promise<void> {
  const values = ["'on'", quote(new Date().toISOString()), quote(reason)];
  return changePresets(
    adminUrl,
    settings.map((setting, index) => `set ${setting} = ${values[index]}`),
  );
}

/** Lets the logins that serve write again. */
export function unlockService(adminUrl: string): Promise<void> {
  return changePresets(
    adminUrl,
    settings.map((setting) => `reset ${setting}`),
  );
}

async function changePresets(adminUrl: string, changes: readonly string[]): Promise<void> {
  await withConnection(adminUrl, async (admin) => {
    const [row] = await admin<[{ database: string }]>`select quote_ident(current_database()) as database`;
    await admin.begin(async (transaction) => {
      for (const login of logins) {
        for (const change of changes) {
          await transaction.unsafe(`alter role ${login} in database ${row.database} ${change}`);
        }
      }
    });
    // Those that are open have read the presets already.
    await endConnections(admin);
  });
}

const quote = (text: string) => `'${text.replaceAll('\\', '/').replaceAll("'", "''")}'`;

// A backend that is still starting has read its presets before others can see it, hence the second look.
async function endConnections(admin: Sql): Promise<void> {
  const [row] = await admin<[{ now: string }]>`select clock_timestamp()::text as now`;
  for (let quiet = 0; quiet < 2; ) {
    const ended = await admin`
      select pg_terminate_backend(pid) from pg_stat_activity
      where usename = any (${`{${logins.join()}}`}::name[]) and datname = current_database()
        and backend_start <= ${row.now}::timestamptz`;
    quiet = ended.length === 0 ? quiet + 1 : 0;
    await admin`select pg_sleep(0.1)`;
  }
}
