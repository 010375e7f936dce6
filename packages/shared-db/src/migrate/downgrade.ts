import { sharedModule } from '../shared-module.ts';
import { findRevision, pendingMigrations } from './compare-ledger.ts';
import { type AppliedMigration, readLedger } from './ledger.ts';
import { MigrationError } from './migration-error.ts';
import { type Migration, readMigrations } from './read-migrations.ts';
import { type MigrateOptions, runMigration } from './upgrade.ts';
import { withMigrationLock } from './with-migration-lock.ts';

/** Whose migrations are taken back: everybody's, or one app's, which no other app builds on. */
export interface DowngradeOptions extends MigrateOptions {
  app?: string | undefined;
}

/**
 * Takes migrations back, last applied first, and returns what it took back.
 *
 * @param target `-N` for the last N, `base` for all, or the revision that shall be the last one left
 */
export function downgrade(options: DowngradeOptions, target = '-1'): Promise<Migration[]> {
  const { app } = options;
  if (app === sharedModule.name) {
    throw new MigrationError(`Every app stands on ${app}. Name another app, or take all back without --app.`);
  }
  return withMigrationLock(options.ownerUrl, async (owner, loss) => {
    const onDisk = readMigrations(options.modules);
    const applied = await readLedger(owner);
    pendingMigrations(onDisk, applied);
    const taken: Migration[] = [];
    const theirs = app ? applied.filter(({ module }) => module === app) : applied;
    for (const entry of entriesToTakeBack(theirs, target)) {
      const migration = onDisk.find(
        (one) => one.module === entry.module && one.revision === entry.revision,
      ) as Migration; // pendingMigrations has just checked that it is there
      await runMigration({ owner, loss }, migration, migration.down, async (transaction) => {
        await transaction`delete from app.migrations where position = ${entry.position}`;
      });
      taken.push(migration);
    }
    return taken;
  });
}

function entriesToTakeBack(applied: readonly AppliedMigration[], target: string): AppliedMigration[] {
  const newestFirst = applied.toReversed();
  if (target === 'base') return newestFirst;
  if (/^-\d+$/.test(target)) {
    const count = -Number(target);
    if (count > applied.length) {
      throw new MigrationError(
        `There are only ${applied.length} migrations to take back. "pnpm db downgrade base" takes back all.`,
      );
    }
    return newestFirst.slice(0, count);
  }
  const last = findRevision(applied, target);
  return newestFirst.filter((entry) => entry.position > last.position);
}
