import { type SQL, sql } from 'drizzle-orm';

/**
 * The caller's id inside a policy or a query: `(select app.user_id())`, NULL without a context.
 * The sub-select makes PostgreSQL evaluate it once per statement instead of once per row.
 */
export const currentUserId = (): SQL => sql`(select app.user_id())`;
