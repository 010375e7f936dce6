import { sql } from 'drizzle-orm';
import type { ServiceDatabase } from '../service/open-service-database.ts';
import { pendingMigrations } from './compare-ledger.ts';
import type { DatabaseModule } from './database-module.ts';
import type { AppliedMigration } from './ledger.ts';
import { MigrationError } from './migration-error.ts';
import { readMigrations } from './read-migrations.ts';

/**
 * Refuses a database that is not exactly at this checkout's migrations.
 *
 * @throws {MigrationError} saying which command brings it up to date
 */
export async function assertMigrated(
  service: ServiceDatabase,
  modules: readonly DatabaseModule[],
): Promise<void> {
  const applied = await service.asService('check migrations', async (tx) => {
    const [found] = await tx.execute<{ name: string | null }>(
      sql`select to_regclass('app.migrations')::text as name`,
    );
    if (!found?.name) return [];
    return tx.execute<AppliedMigration & Record<string, unknown>>(
      sql`select position, module, revision, checksum from app.migrations order by position`,
    );
  });
  const pending = pendingMigrations(readMigrations(modules), applied);
  if (pending.length > 0) {
    const names = pending.map((migration) => `${migration.module}/${migration.revision}`).join(', ');
    throw new MigrationError(`The database is not up to date; it lacks ${names}. Run "pnpm db upgrade".`);
  }
}
