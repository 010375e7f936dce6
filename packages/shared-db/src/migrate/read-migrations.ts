import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DatabaseModule } from './database-module.ts';
import { MigrationError } from './migration-error.ts';

/** One migration as it lies on disk. */
export interface Migration {
  module: string;
  /** The folder's name, `<yyyymmddThhmm>_<name>`. */
  revision: string;
  up: string;
  down: string;
  /** SHA-256 of up.sql and down.sql; a stored one that differs means that the files were edited afterwards. */
  checksum: string;
}

const revisionPattern = /^\d{8}T\d{4}_[a-z0-9_]+$/;

/** The migrations of all modules in the order in which they are applied: module by module, oldest first. */
export function readMigrations(modules: readonly DatabaseModule[]): Migration[] {
  return modules.flatMap((module) => readModuleMigrations(module));
}

function readModuleMigrations(module: DatabaseModule): Migration[] {
  const folder = fileURLToPath(module.migrations);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((revision) => {
      if (!revisionPattern.test(revision)) {
        throw new MigrationError(
          `"${revision}" of ${module.name} is no name for a migration. Name it like 20261121T1000_add_notes.`,
        );
      }
      const read = (file: string) => readMigrationFile(join(folder, revision, file), revision);
      const up = read('up.sql');
      const down = read('down.sql');
      const checksum = createHash('sha256').update(up).update('\0').update(down).digest('hex');
      return { module: module.name, revision, up, down, checksum };
    });
}

function readMigrationFile(path: string, revision: string): string {
  if (!existsSync(path)) {
    throw new MigrationError(`Migration ${revision} is incomplete: ${path} is missing. Restore it from git.`);
  }
  return readFileSync(path, 'utf8');
}
