import { generateMigration } from 'drizzle-kit/api';
import { MigrationError } from './migration-error.ts';
import type { SchemaSnapshot } from './schema-snapshot.ts';

/** The SQL that leads from one snapshot to the other; empty when nothing has changed. */
export async function diffSnapshots(from: SchemaSnapshot, to: SchemaSnapshot): Promise<string> {
  const generated = await generateMigration(from.drizzle, to.drizzle).catch(explainPrompt);
  const statements = [...generated, ...tableChanges(from, to), ...grantChanges(from, to)];
  return statements.length > 0 ? `${statements.map((statement) => statement.trim()).join('\n')}\n` : '';
}

// Where one thing went and another came, drizzle-kit asks whether it was renamed, and throws when nobody can answer.
function explainPrompt(error: unknown): never {
  if (!(error instanceof Error && error.message.includes('TTY'))) throw error;
  throw new MigrationError(
    'Something went and something else came: renamed or replaced? Run this in a terminal, or take two migrations, one that adds and one that removes.',
    { cause: error },
  );
}

function tableChanges(from: SchemaSnapshot, to: SchemaSnapshot): string[] {
  return Object.entries(to.tables).flatMap(([table, statements]) => {
    const before = from.tables[table] ?? [];
    const added = statements.filter((statement) => !before.includes(statement));
    const removed = before.filter((statement) => !statements.includes(statement));
    return [
      ...(removed.some((statement) => statement.startsWith('CREATE TRIGGER'))
        ? [`DROP TRIGGER set_updated_at ON ${table};`]
        : []),
      ...added,
    ];
  });
}

// A changed grant is taken back whole and given anew: that is right whatever was there before.
function grantChanges(from: SchemaSnapshot, to: SchemaSnapshot): string[] {
  const statements = Object.keys(to.tables).flatMap((table) => {
    const before = from.grants[table] ?? [];
    const after = to.grants[table] ?? [];
    if (before.join() === after.join()) return [];
    const roles = new Set(
      before
        .filter((statement) => !statement.includes(' ON SCHEMA '))
        .map((statement) => statement.slice(statement.lastIndexOf(' TO ') + 4, -1)),
    );
    return [...[...roles].map((role) => `REVOKE ALL ON ${table} FROM ${role};`), ...after];
  });
  return [...new Set(statements)];
}
