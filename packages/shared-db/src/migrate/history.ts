import { pendingMigrations } from './compare-ledger.ts';
import { type AppliedMigration, readLedger } from './ledger.ts';
import { readMigrations } from './read-migrations.ts';
import type { MigrateOptions } from './upgrade.ts';
import { withMigrationLock } from './with-migration-lock.ts';

/** A migration and when this database got it; undefined when it is still to come. */
export interface HistoryEntry {
  module: string;
  revision: string;
  appliedAt: Date | undefined;
}

/** Every migration on disk, in the order of applying, with when it was applied. */
export function history(options: MigrateOptions): Promise<HistoryEntry[]> {
  return withMigrationLock(options.ownerUrl, async (owner) => {
    const onDisk = readMigrations(options.modules);
    const applied = await readLedger(owner);
    pendingMigrations(onDisk, applied);
    return onDisk.map(({ module, revision }) => ({
      module,
      revision,
      appliedAt: applied.find((entry) => entry.module === module && entry.revision === revision)?.appliedAt,
    }));
  });
}

/** The newest applied migration of each module that has one. */
export function current(options: MigrateOptions): Promise<AppliedMigration[]> {
  return withMigrationLock(options.ownerUrl, async (owner) => {
    const newest = new Map((await readLedger(owner)).map((entry) => [entry.module, entry]));
    return [...newest.values()];
  });
}
