import { sql } from 'drizzle-orm';
import { check, date, index, integer, numeric, pgTable, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { ownedBy } from '../policies/owned-by.ts';
import { users } from './users.ts';

/** What each call of a language model used and cost, written in the transaction that keeps what the call produced. */
export const modelUsage = pgTable(
  'model_usage',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    app: varchar('app', { length: 50 }).notNull(),
    purpose: varchar('purpose', { length: 50 }).notNull(),
    provider: varchar('provider', { length: 100 }).notNull(),
    model: varchar('model', { length: 200 }).notNull(),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    costUsd: numeric('cost_usd', { precision: 14, scale: 8 }),
    usageSource: varchar('usage_source', { length: 20, enum: ['provider', 'estimate', 'unknown'] }).notNull(),
    pricedOn: date('priced_on', { mode: 'string' }),
    resourceType: varchar('resource_type', { length: 50 }).notNull(),
    resourceId: uuid('resource_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('model_usage_user_id_idx').on(table.userId, table.createdAt, table.id),
    check('model_usage_source_check', sql`${table.usageSource} in ('provider', 'estimate', 'unknown')`),
    check('model_usage_tokens_check', sql`${table.inputTokens} >= 0 and ${table.outputTokens} >= 0`),
    // NaN passes ">= 0" in PostgreSQL, so it is named.
    check('model_usage_cost_check', sql`${table.costUsd} >= 0 and ${table.costUsd} <> 'NaN'`),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

/** A ledger: rows are added and read, never changed. */
export const modelUsageGrants = grants(modelUsage, {
  authenticated: {
    select: true,
    insert: [
      'userId',
      'app',
      'purpose',
      'provider',
      'model',
      'inputTokens',
      'outputTokens',
      'costUsd',
      'usageSource',
      'pricedOn',
      'resourceType',
      'resourceId',
    ],
  },
});
