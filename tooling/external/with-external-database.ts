import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstalledPrograms } from './installed-programs.ts';
import { serviceUser } from './service-user.ts';
import { startPgbouncer } from './start-pgbouncer.ts';
import { startPostgres } from './start-postgres.ts';
import type { Service } from './start-service.ts';

/** The variables that lead to the database: directly, and through the pooler. */
export interface ExternalDatabase {
  direct: { DATABASE_URL: string };
  pooled: { DATABASE_URL: string; DATABASE_POOLER: string };
}

/** Starts a PostgreSQL and a PgBouncer in front of it, and takes both away when `work` has settled. */
export async function withExternalDatabase<T>(
  programs: InstalledPrograms,
  work: (database: ExternalDatabase) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'commons-external-'));
  const user = serviceUser();
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const running: Service[] = [];
  try {
    const password = randomBytes(24).toString('base64url');
    const postgres = await startPostgres(programs, folder, password);
    running.push(postgres);
    const pgbouncer = await startPgbouncer(programs, folder, postgres.port, password);
    running.push(pgbouncer);
    const direct = { DATABASE_URL: `postgres://postgres:${password}@127.0.0.1:${postgres.port}/postgres` };
    return await work({
      direct,
      pooled: { ...direct, DATABASE_POOLER: `127.0.0.1:${pgbouncer.port}` },
    });
  } finally {
    for (const service of running.reverse()) await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
