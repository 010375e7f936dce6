import type { Sql } from 'postgres';
import { schemasOf } from '../dump/module-dump.ts';
import type { DatabaseModule } from '../migrate/database-module.ts';
import type { CatalogueFinding } from './catalogue-rule.ts';
import { lintCatalogue } from './lint-catalogue.ts';
import { lintModels } from './lint-models.ts';

/** Holds the database against every rule, for all modules that live in it, and the names of their models. */
export async function lintModules(sql: Sql, modules: readonly DatabaseModule[]): Promise<CatalogueFinding[]> {
  const wanted = modules.flatMap(schemasOf);
  const present = await sql<
    { name: string }[]
  >`select nspname as name from pg_namespace where nspname = any (${`{${wanted.join()}}`}::text[])`;
  const catalogue = await lintCatalogue(
    sql,
    present.map((schema) => schema.name),
    modules.flatMap((module) => module.lintExceptions ?? []),
  );
  return [...catalogue, ...modules.flatMap((module) => lintModels(module.schema))];
}
