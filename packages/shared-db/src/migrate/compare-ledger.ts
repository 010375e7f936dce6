import type { AppliedMigration } from './ledger.ts';
import { MigrationError } from './migration-error.ts';
import type { Migration } from './read-migrations.ts';

const keyOf = (migration: { module: string; revision: string }) =>
  `${migration.module}/${migration.revision}`;

/**
 * The migrations on disk that the database does not have yet, in order.
 *
 * @param whose what holds the applied ones, for the message
 * @throws {MigrationError} when the database has one that was edited since, or one that this checkout does not know
 */
export function pendingMigrations(
  onDisk: readonly Migration[],
  applied: readonly Pick<AppliedMigration, 'module' | 'revision' | 'checksum'>[],
  whose = 'The database',
): Migration[] {
  const known = new Map(onDisk.map((migration) => [keyOf(migration), migration]));
  for (const entry of applied) {
    const migration = known.get(keyOf(entry));
    if (!migration) {
      const isGone = !onDisk.some(({ module }) => module === entry.module);
      const takesBack = isGone ? `"pnpm db downgrade base --app ${entry.module}"` : '"pnpm db downgrade"';
      throw new MigrationError(
        `${whose} has migration ${keyOf(entry)}, which this checkout does not know. Check out the version that has it${whose === 'The database' ? `; ${takesBack} from there takes it back` : ''}.`,
      );
    }
    if (migration.checksum !== entry.checksum) {
      throw new MigrationError(
        `Migration ${keyOf(entry)} was edited after it had been applied. Restore it from git and put the change into a new migration ("pnpm db migrate -m …").`,
      );
    }
  }
  const done = new Set(applied.map(keyOf));
  return onDisk.filter((migration) => !done.has(keyOf(migration)));
}

/**
 * Finds what a person means by `wanted`: a whole revision, its time stamp, or `<app>/<revision>`.
 *
 * @throws {MigrationError} when nothing or more than one fits
 */
export function findRevision<T extends { module: string; revision: string }>(
  migrations: readonly T[],
  wanted: string,
): T {
  const fits = migrations.filter(
    (migration) =>
      migration.revision === wanted ||
      keyOf(migration) === wanted ||
      migration.revision.startsWith(`${wanted}_`),
  );
  if (fits.length === 1 && fits[0]) return fits[0];
  throw new MigrationError(
    fits.length === 0
      ? `There is no revision "${wanted}" here. "pnpm db history" lists all of them.`
      : `"${wanted}" fits more than one revision: ${fits.map(keyOf).join(', ')}. Name it in full.`,
  );
}
