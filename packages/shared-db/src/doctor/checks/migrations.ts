import { pendingMigrations } from '../../migrate/compare-ledger.ts';
import { readLedger } from '../../migrate/ledger.ts';
import { MigrationError } from '../../migrate/migration-error.ts';
import { readMigrations } from '../../migrate/read-migrations.ts';
import { type Check, ok, wrong } from '../check.ts';

/** The database has the migrations of this checkout, unedited and no others. */
export const migrations: Check = {
  name: 'migrations',
  run: async ({ owner, modules }) => {
    const [found] = await owner`select to_regclass('app.migrations') as name`;
    const onDisk = readMigrations(modules);
    try {
      const pending = pendingMigrations(onDisk, found?.name ? await readLedger(owner) : []);
      if (pending.length === 0) return ok(`all ${onDisk.length} are applied`);
      const names = pending.map(({ module, revision }) => `${module}/${revision}`).join(', ');
      return wrong(`${pending.length} are not applied: ${names}`, 'Run "pnpm db upgrade".');
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      return wrong(error.message, 'Nothing can be migrated until then.');
    }
  },
};
