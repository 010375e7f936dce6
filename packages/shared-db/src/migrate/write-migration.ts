import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseModule } from './database-module.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import { MigrationError } from './migration-error.ts';
import { readLastSnapshot, takeSnapshot } from './schema-snapshot.ts';

/** What a new migration is called and whether it may be empty, to be written by hand. */
export interface NewMigration {
  message: string;
  empty?: boolean;
  now?: Date;
}

/**
 * Writes the migration that leads from the module's newest snapshot to its schema as it is now, and returns its folder;
 * undefined when nothing has changed.
 */
export async function writeMigration(
  module: DatabaseModule,
  { message, empty = false, now = new Date() }: NewMigration,
): Promise<string | undefined> {
  const name = message
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  if (!name) throw new MigrationError('Say in a few words what changes: pnpm db migrate -m "add notes".');

  const before = readLastSnapshot(module);
  const after = takeSnapshot(module, before);
  const up = await diffSnapshots(before, after);
  const down = await diffSnapshots(after, before);
  if (!up && !empty) return undefined;

  const stamp = stampBehind(newestRevision(module), now);
  const folder = join(fileURLToPath(module.migrations), `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'up.sql'), up);
  writeFileSync(join(folder, 'down.sql'), down);
  if (up) writeFileSync(join(folder, 'snapshot.json'), `${JSON.stringify(after, null, 1)}\n`);
  return folder;
}

const msPerMinute = 60_000;
const stampOf = (time: Date) => time.toISOString().slice(0, 16).replaceAll(/[-:]/g, '');

function newestRevision(module: DatabaseModule): string {
  const folder = fileURLToPath(module.migrations);
  return existsSync(folder) ? (readdirSync(folder).toSorted().at(-1) ?? '') : '';
}

/** A later minute than that of the newest migration, behind which it has to come: two may be written in one minute, or by two clocks. */
function stampBehind(newest: string, now: Date): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)_/.exec(newest) ?? [];
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts.map(Number);
  const behind = Date.UTC(year, month - 1, day, hour, minute) + msPerMinute;
  return stampOf(new Date(Math.max(now.getTime(), behind)));
}
