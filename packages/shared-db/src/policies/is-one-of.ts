import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * The column holds one of the words, or nothing: for checks.
 *
 * @example
 * check('notes_category_check', isOneOf(table.category, noteCategories))
 */
export function isOneOf(column: PgColumn, words: readonly string[]): SQL {
  // A check takes no parameters.
  const literals = words.map((word) => `'${word.replaceAll("'", "''")}'`);
  return sql`${column} in (${sql.raw(literals.join(', '))})`;
}
