import type { Sql } from 'postgres';
import { findRevision, pendingMigrations } from './compare-ledger.ts';
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
export function upgrade(options: MigrateOptions, target?: string): Promise<Migration[]> {
  return withMigrationLock(
    options.ownerUrl,
    async (owner) => {
      const onDisk = readMigrations(options.modules);
      const pending = pendingMigrations(onDisk, await readLedger(owner));
      const last = target === undefined ? undefined : findRevision(onDisk, target);
      const wanted = last ? pending.filter((one) => onDisk.indexOf(one) <= onDisk.indexOf(last)) : pending;
      for (const migration of wanted) await apply(owner, migration);
      return wanted;
    },
    options.waitMs,
  );
}

async function apply(owner: Sql, migration: Migration): Promise<void> {
  const { module, revision, checksum } = migration;
  await runMigration(owner, migration, migration.up, async (transaction) => {
    await transaction`insert into app.migrations (module, revision, checksum) values (${module}, ${revision}, ${checksum})`;
  });
}

/** Runs one direction of a migration and its entry in the ledger in one transaction. */
export async function runMigration(
  owner: Sql,
  migration: { module: string; revision: string },
  statements: string,
  record: (transaction: Sql) => Promise<void>,
): Promise<void> {
  try {
    await owner.begin(async (transaction) => {
      await transaction`select set_config('search_path', 'public', true)`;
      if (statements.trim()) await transaction.unsafe(statements);
      // Safe because `record` only tags queries, which a transaction's handle does like any client.
      await record(transaction as unknown as Sql);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(
      `Migration ${migration.module}/${migration.revision} failed and was rolled back: ${reason}. Correct its SQL and run this again.`,
      { cause: error },
    );
  }
}
