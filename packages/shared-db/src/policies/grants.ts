import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

type ColumnKey<T extends PgTable> = Extract<keyof T['_']['columns'], string>;

/** What one role may do with a table; INSERT and UPDATE always name their columns, so an owner column cannot be moved. */
export interface TableRights<T extends PgTable> {
  /** All columns, or those that are named. */
  select?: true | readonly ColumnKey<T>[];
  insert?: readonly ColumnKey<T>[];
  update?: readonly ColumnKey<T>[];
  delete?: true;
}

/** Roles that a table can be granted to; policies then decide which rows. */
export type GrantedRole = 'anon' | 'authenticated' | 'commons_service';

/** The grants of one table, as statements that the migration writer compares and appends. */
export class Grants {
  readonly table: string;
  readonly statements: readonly string[];

  constructor(table: string, statements: readonly string[]) {
    this.table = table;
    this.statements = statements;
  }
}

/**
 * States which role may run which command on `table`. Export the result beside the table; without it nobody may touch the table.
 *
 * @example
 * export const notesGrants = grants(notes, { authenticated: { select: true, insert: ['id', 'userId', 'body'], update: ['body'], delete: true } });
 */
export function grants<T extends PgTable>(
  table: T,
  rightsByRole: Partial<Record<GrantedRole, TableRights<T>>>,
): Grants {
  const columns = getTableColumns(table);
  const name = `"${getTableConfig(table).schema ?? 'public'}"."${getTableName(table)}"`;
  const columnList = (keys: readonly string[]) => keys.map((key) => `"${columns[key]?.name}"`).join(', ');
  const statements = Object.entries(rightsByRole).flatMap(([role, rights]) => {
    const privileges = [
      rights.select && (rights.select === true ? 'SELECT' : `SELECT (${columnList(rights.select)})`),
      rights.insert && `INSERT (${columnList(rights.insert)})`,
      rights.update && `UPDATE (${columnList(rights.update)})`,
      rights.delete && 'DELETE',
    ].filter(Boolean);
    return privileges.length > 0 ? [`GRANT ${privileges.join(', ')} ON ${name} TO "${role}";`] : [];
  });
  return new Grants(name, statements);
}
