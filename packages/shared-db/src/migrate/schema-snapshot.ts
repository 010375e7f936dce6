import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDrizzleJson } from 'drizzle-kit/api';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { Grants } from '../policies/grants.ts';
import type { DatabaseModule } from './database-module.ts';

/** What drizzle-kit says about a schema; its own format, which only drizzle-kit reads. */
export type DrizzleSnapshot = ReturnType<typeof generateDrizzleJson>;

/** A module's schema at one moment: Drizzle's part, and what Drizzle cannot say, by table. */
export interface SchemaSnapshot {
  drizzle: DrizzleSnapshot;
  /** FORCE and triggers, which come and go with their table. */
  tables: Record<string, string[]>;
  /** GRANT statements by table. */
  grants: Record<string, string[]>;
}

/** The snapshot of an empty database. */
const emptySnapshot = (): SchemaSnapshot => ({
  drizzle: generateDrizzleJson({}),
  tables: {},
  grants: {},
});

/** The snapshot of what the module's schema files say now. */
export function takeSnapshot(module: DatabaseModule, previous: SchemaSnapshot): SchemaSnapshot {
  const exported = Object.values(module.schema);
  const tables = exported.filter((value): value is PgTable => is(value, PgTable));
  return {
    drizzle: generateDrizzleJson(module.schema, previous.drizzle.id),
    tables: Object.fromEntries(tables.map((table) => [qualifiedName(table), tableStatements(table)])),
    grants: Object.fromEntries(
      exported
        .filter((value) => value instanceof Grants)
        .map(({ table, statements }) => [table, [...schemaUsage(table, statements), ...statements]]),
    ),
  };
}

/** The snapshot that the module's newest migration left behind. */
export function readLastSnapshot(module: DatabaseModule): SchemaSnapshot {
  const folder = fileURLToPath(module.migrations);
  const paths = existsSync(folder)
    ? readdirSync(folder).map((name) => join(folder, name, 'snapshot.json'))
    : [];
  const last = paths
    .filter((path) => existsSync(path))
    .sort()
    .at(-1);
  return last ? (JSON.parse(readFileSync(last, 'utf8')) as SchemaSnapshot) : emptySnapshot();
}

function qualifiedName(table: PgTable): string {
  const { schema, name } = getTableConfig(table);
  return `"${schema ?? 'public'}"."${name}"`;
}

function tableStatements(table: PgTable): string[] {
  const name = qualifiedName(table);
  const hasUpdatedAt = getTableConfig(table).columns.some((column) => column.name === 'updated_at');
  return [
    `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;`,
    ...(hasUpdatedAt
      ? [
          `CREATE TRIGGER set_updated_at BEFORE UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION app.set_updated_at();`,
        ]
      : []),
  ];
}

// A role reaches a table only when it may use the schema that holds it.
function schemaUsage(table: string, statements: readonly string[]): string[] {
  const schema = table.split('.')[0];
  const roles = statements.map((statement) => statement.slice(statement.lastIndexOf(' TO ') + 4, -1));
  return schema === '"public"' ? [] : roles.map((role) => `GRANT USAGE ON SCHEMA ${schema} TO ${role};`);
}
