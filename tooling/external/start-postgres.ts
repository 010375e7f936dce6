import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import getPort from 'get-port';
import type { InstalledPrograms } from './installed-programs.ts';
import { serviceUser } from './service-user.ts';
import { type Service, startService } from './start-service.ts';

// What is in it is thrown away, so it need not survive a crash.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** Makes a new cluster in `folder` and starts it; its administrator is `postgres` with this password. */
export async function startPostgres(
  { initdb, postgres }: InstalledPrograms,
  folder: string,
  password: string,
): Promise<Service> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const how = '-U postgres --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-instructions';
  execFileSync(initdb, ['-D', data, `--pwfile=${passwordFile}`, ...how.split(' ')], {
    ...serviceUser(),
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await getPort({ host: '127.0.0.1' });
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  return startService(postgres, ['-D', data, ...flags], {
    port,
    folder,
    ready: 'database system is ready to accept connections',
    stopSignal: 'SIGINT',
  });
}
