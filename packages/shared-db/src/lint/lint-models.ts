import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { CatalogueFinding } from './catalogue-rule.ts';

const camelCase = /^[a-z][a-zA-Z0-9]*$/;
const snakeCase = (name: string) => name.replace(/[A-Z0-9]+/g, (part) => `_${part.toLowerCase()}`);

/** Holds the names of tables and columns in schema files against the rule: camelCase in TypeScript, the same in snake_case in SQL. */
export function lintModels(schema: Record<string, unknown>): CatalogueFinding[] {
  const findings: CatalogueFinding[] = [];
  const report = (object: string, message: string) => findings.push({ rule: 'model-names', object, message });
  for (const [model, table] of Object.entries(schema)) {
    if (!is(table, PgTable)) continue;
    if (!camelCase.test(model)) report(model, `The table "${getTableName(table)}" is exported in camelCase.`);
    for (const [property, column] of Object.entries(getTableColumns(table))) {
      const fits = camelCase.test(property) && strip(snakeCase(property)) === strip(column.name);
      if (fits) continue;
      report(
        `${model}.${property}`,
        `The column "${column.name}" is called in camelCase what it is called in snake_case.`,
      );
    }
  }
  return findings;
}

// Whether a digit begins a word is a matter of taste.
const strip = (name: string) => name.replace(/_(?=\d)/g, '');
