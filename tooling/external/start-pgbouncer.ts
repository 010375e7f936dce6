import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import type { InstalledPrograms } from './installed-programs.ts';
import { type Service, startService } from './start-service.ts';

/**
 * Starts PgBouncer in transaction mode in front of the server at `serverPort`, for every database of it and every login. It
 * asks the server for the secrets of the logins, as its administrator.
 */
export async function startPgbouncer(
  { pgbouncer }: InstalledPrograms,
  folder: string,
  serverPort: number,
  password: string,
): Promise<Service> {
  const port = await getPort({ host: '127.0.0.1' });
  const users = join(folder, 'users.txt');
  const configuration = join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"postgres" "${password}"\n`, { mode: 0o644 });
  writeFileSync(
    configuration,
    `[databases]
* = host=127.0.0.1 port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
pool_mode = transaction
auth_type = scram-sha-256
auth_file = ${users}
auth_user = postgres
auth_query = select usename, passwd from pg_shadow where usename = $1
max_client_conn = 500
default_pool_size = 5
`,
    { mode: 0o644 },
  );
  return startService(pgbouncer, [configuration], {
    port,
    folder,
    ready: 'process up',
    stopSignal: 'SIGTERM',
  });
}
