import { sql } from 'drizzle-orm';
import { type PgPolicy, pgPolicy } from 'drizzle-orm/pg-core';
import { authenticated } from './roles.ts';

/** Policy for reference data that every signed-in person may read and nobody may change through a request. */
export function sharedRead(): PgPolicy {
  return pgPolicy('select_signed_in', {
    for: 'select',
    to: authenticated,
    using: sql`(select app.user_id()) is not null`,
  });
}
