import { type SQL, sql } from 'drizzle-orm';
import { type PgColumn, type PgPolicy, pgPolicy } from 'drizzle-orm/pg-core';
import { authenticated } from './roles.ts';

/**
 * Policy that shows a row when its `column` is in the set that `helper` returns, for example the profiles shared with the caller.
 * `helper` is a STABLE SECURITY DEFINER function with `set search_path = ''` that returns `setof uuid`; `= any (array(…))` is the
 * one form in which PostgreSQL calls it once per statement and still uses the index on `column`.
 *
 * @example
 * visibleThrough(table.profileId, sql`grace.visible_profiles()`)
 */
export function visibleThrough(column: PgColumn, helper: SQL): PgPolicy {
  return pgPolicy('select_shared', {
    for: 'select',
    to: authenticated,
    using: sql`${column} = any (array(select ${helper}))`,
  });
}
