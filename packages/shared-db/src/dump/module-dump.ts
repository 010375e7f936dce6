import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DatabaseModule } from '../migrate/database-module.ts';
import { dumpSchema } from './dump-schema.ts';

/** The PostgreSQL schemas that belong to a module. */
export const schemasOf = (module: DatabaseModule): string[] =>
  module.name === 'shared-db' ? ['app', 'identity', 'public'] : [module.name];

const fileOf = (module: DatabaseModule): string => fileURLToPath(new URL('../schema.txt', module.migrations));

/** Writes the committed dump of a module, beside its migrations, from the database at `url`. */
export async function writeModuleDump(module: DatabaseModule, url: string): Promise<void> {
  writeFileSync(fileOf(module), await dumpSchema(url, schemasOf(module)));
}

/** The committed dump of a module; empty when there is none yet. */
export function readModuleDump(module: DatabaseModule): string {
  return existsSync(fileOf(module)) ? readFileSync(fileOf(module), 'utf8') : '';
}
