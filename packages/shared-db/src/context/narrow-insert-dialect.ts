import { getTableColumns, is, Param } from 'drizzle-orm';
import { PgDialect, type PgInsertConfig, type PgTable } from 'drizzle-orm/pg-core';

// Where drizzle-orm 0.45.4 keeps a table's columns; the version is pinned for its sake.
const columnsSymbol = Symbol.for('drizzle:Columns');

/**
 * Drizzle names every column of the table in an INSERT, those with `default` as well, and PostgreSQL asks for the right to
 * each one named. This dialect names only what the caller gave, so that INSERT can be granted column by column.
 */
export class NarrowInsertDialect extends PgDialect {
  override buildInsertQuery(config: PgInsertConfig) {
    return super.buildInsertQuery(
      config.select ? config : { ...config, table: withOnlyGivenColumns(config.table, config.values) },
    );
  }
}

function withOnlyGivenColumns(table: PgTable, values: PgInsertConfig['values']): PgTable {
  const rows = Array.isArray(values) ? values : [];
  const given = Object.entries(getTableColumns(table)).filter(
    ([key, column]) =>
      column.defaultFn || column.onUpdateFn || rows.some((row: Record<string, unknown>) => isGiven(row[key])),
  );
  return Object.create(table, { [columnsSymbol]: { value: Object.fromEntries(given) } }) as PgTable;
}

const isGiven = (value: unknown) => value !== undefined && !(is(value, Param) && value.value === undefined);
