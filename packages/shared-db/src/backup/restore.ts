import type { Sql, TransactionSql } from 'postgres';
import { pendingMigrations } from '../migrate/compare-ledger.ts';
import type { DatabaseModule } from '../migrate/database-module.ts';
import { readLedger } from '../migrate/ledger.ts';
import { type Migration, readMigrations } from '../migrate/read-migrations.ts';
import { withMigrationLock } from '../migrate/with-migration-lock.ts';
import type { BackupSummary } from './back-up.ts';
import { BackupError, type BackupHeader } from './backup-format.ts';
import { copyRows } from './copy-rows.ts';
import { describeContents } from './describe-contents.ts';
import { readBackup } from './read-backup.ts';
import { wholeTransaction } from './whole-transaction.ts';
import { withoutGuards } from './without-guards.ts';

/** Which database to restore, from what. */
export interface RestoreOptions {
  ownerUrl: string;
  modules: readonly DatabaseModule[];
  file: string;
}

/**
 * Puts a backup into an empty database, in one transaction: the migrations that the database had then, and every row. The file is
 * read to its end before anything begins, so a damaged one changes nothing.
 */
export async function restore({ ownerUrl, modules, file }: RestoreOptions): Promise<BackupSummary> {
  const { header, footer } = await readBackup(file);
  const migrations = migrationsOf(header, modules);
  await withMigrationLock(ownerUrl, async (owner, loss) => {
    await refuseFull(owner);
    await wholeTransaction(owner, loss, 'read write', async (transaction) => {
      for (const migration of migrations) await apply(transaction, migration);
      await refuseMisfit(transaction, header);
      await withoutGuards(transaction, () => copyRows(transaction, file, footer.rows)).catch(explain);
      for (const { name, lastValue } of header.sequences) {
        await transaction`select setval(${name}::regclass, ${lastValue}::bigint)`;
      }
    });
    await owner`analyze`;
  });
  return { tables: header.tables.length, rows: footer.rows.reduce((sum, count) => sum + count, 0) };
}

function explain(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('23'))) throw error;
  throw new BackupError(`The rows contradict each other: ${error.message}. Nothing was changed.`, {
    cause: error,
  });
}

function migrationsOf(header: BackupHeader, modules: readonly DatabaseModule[]): Migration[] {
  const onDisk = readMigrations(modules);
  pendingMigrations(onDisk, header.migrations, 'The backup');
  const keyOf = ({ module, revision }: { module: string; revision: string }) => `${module}/${revision}`;
  const known = new Map(onDisk.map((migration) => [keyOf(migration), migration]));
  return header.migrations.map((entry) => known.get(keyOf(entry)) as Migration); // pendingMigrations has just checked that it is there
}

async function refuseFull(owner: Sql): Promise<void> {
  const applied = await readLedger(owner);
  if (applied.length === 0) return;
  const [row] = await owner<[{ name: string }]>`select current_database() as name`;
  throw new BackupError(
    `The database "${row.name}" is not empty: it has ${applied.length} migrations. Restore into an empty one: name a new database in the addresses, or move the folder of the embedded one away. Nothing was changed.`,
  );
}

async function apply(
  transaction: TransactionSql,
  { module, revision, checksum, up }: Migration,
): Promise<void> {
  await transaction`select set_config('search_path', 'public', true)`;
  if (up.trim()) await transaction.unsafe(up);
  await transaction`insert into app.migrations (module, revision, checksum) values (${module}, ${revision}, ${checksum})`;
}

async function refuseMisfit(transaction: TransactionSql, header: BackupHeader): Promise<void> {
  const { tables } = await describeContents(transaction);
  const shape = (list: BackupHeader['tables']) =>
    list.map(({ name, columns }) => `${name}(${columns.toSorted().join()})`).join();
  if (shape(tables) === shape(header.tables)) return;
  throw new BackupError(
    'The tables in the backup are not those that its migrations make. Nothing was changed.',
  );
}
