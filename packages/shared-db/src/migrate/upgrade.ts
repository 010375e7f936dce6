import type { Sql, TransactionSql } from 'postgres';
import { wholeTransaction } from '../backup/whole-transaction.ts';
import { withConnection } from '../connection/with-connection.ts';
import { findRevision, pendingMigrations } from './compare-ledger.ts';
import type { ConnectionLoss } from './connection-loss.ts';
import type { DatabaseModule } from './database-module.ts';
import { readLedger } from './ledger.ts';
import { MigrationError } from './migration-error.ts';
import { type Migration, readMigrations } from './read-migrations.ts';
import { withMigrationLock } from './with-migration-lock.ts';

/** Which database to migrate, with what, and how long to wait for somebody else who is at it. */
export interface MigrateOptions {
  ownerUrl: string;
  modules: readonly DatabaseModule[];
  waitMs?: number;
}

/**
 * Applies what is pending, each migration in a transaction of its own, and returns what it applied.
 *
 * @param target stop after this revision; without it, everything is applied
 */
export async function upgrade(options: MigrateOptions, target?: string): Promise<Migration[]> {
  // Others may hold the lock for long, as a backup does: whoever starts and has nothing to apply need not wait for them.
  if (target === undefined && (await isUpToDate(options))) return [];
  return withMigrationLock(
    options.ownerUrl,
    async (owner, loss) => {
      const onDisk = readMigrations(options.modules);
      const pending = pendingMigrations(onDisk, await readLedger(owner));
      const last = target === undefined ? undefined : findRevision(onDisk, target);
      const wanted = last ? pending.filter((one) => onDisk.indexOf(one) <= onDisk.indexOf(last)) : pending;
      for (const migration of wanted) await apply(owner, loss, migration);
      return wanted;
    },
    options.waitMs,
  );
}

function isUpToDate({ ownerUrl, modules }: MigrateOptions): Promise<boolean> {
  return withConnection(ownerUrl, async (owner) => {
    const [found] = await owner`select to_regclass('app.migrations') as name`;
    if (!found?.name) return false;
    return pendingMigrations(readMigrations(modules), await readLedger(owner)).length === 0;
  });
}

async function apply(owner: Sql, loss: ConnectionLoss, migration: Migration): Promise<void> {
  const { module, revision, checksum } = migration;
  await runMigration({ owner, loss }, migration, migration.up, async (transaction) => {
    await transaction`insert into app.migrations (module, revision, checksum) values (${module}, ${revision}, ${checksum})`;
  });
}

/** Runs one direction of a migration and its entry in the ledger in one transaction. */
export async function runMigration(
  { owner, loss }: { owner: Sql; loss: ConnectionLoss },
  migration: { module: string; revision: string },
  statements: string,
  record: (transaction: TransactionSql) => Promise<void>,
): Promise<void> {
  const name = `Migration ${migration.module}/${migration.revision}`;
  try {
    await wholeTransaction(owner, loss, 'read write', async (transaction) => {
      await transaction`select set_config('search_path', 'public', true)`;
      if (statements.trim()) await transaction.unsafe(statements);
      await record(transaction);
    });
  } catch (error) {
    // Nothing is wrong with the migration then.
    if (loss.isLost) {
      throw new MigrationError(
        `${name} was broken off: the connection to the database was lost. Run this again.`,
        { cause: error },
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      `${name} failed and was rolled back: ${reason}. Correct its SQL and run this again.`,
      { cause: error },
    );
  }
}
