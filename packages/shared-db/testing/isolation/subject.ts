import type { TransactionSql } from 'postgres';
import type { CataloguedTable } from './read-tables.ts';
import type { Row, TableExpectation } from './table-expectation.ts';

/** A table of the catalogue together with what is expected of it. */
export interface Subject {
  table: CataloguedTable;
  expectation: TableExpectation;
  key: readonly string[];
  ownerColumn: string | null;
}

/**
 * Puts the two together.
 *
 * @throws when the expectation leaves open how to find a row or whose it is
 */
export function subjectOf(table: CataloguedTable, expectation: TableExpectation): Subject {
  const key = expectation.key ?? table.primaryKey;
  const ownerColumn = expectation.ownerColumn === undefined ? 'user_id' : expectation.ownerColumn;
  const unknown = [...key, ...(ownerColumn ? [ownerColumn] : [])].filter(
    (column) => !table.columns.includes(column),
  );
  if (key.length === 0)
    throw new Error(`${table.name} has no primary key: state \`key\` in its expectation.`);
  if (unknown.length > 0) {
    throw new Error(
      `${table.name} has no column ${unknown.join(', ')}: state \`key\` or \`ownerColumn\` (null for none).`,
    );
  }
  return { table, expectation, key, ownerColumn };
}

/** The WHERE that finds `row`. */
export function whereKey(sql: TransactionSql, { key }: Subject, row: Row) {
  return key.reduce(
    // Safe because a key's value comes from the database, which takes it back as it gave it.
    (condition, column) => sql`${condition} and ${sql(column)} = ${row[column] as string}`,
    sql`where true`,
  );
}

/** Whether both are the same row. */
export const isSameRow = ({ key }: Subject, one: Row, other: Row): boolean =>
  key.every((column) => String(one[column]) === String(other[column]));
