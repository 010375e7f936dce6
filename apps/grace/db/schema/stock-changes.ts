import { authenticated, grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  numeric,
  pgPolicy,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { doseUnits } from '../../schedule/schemas.ts';
import { stockChangeKinds } from '../../stock/schemas.ts';
import { recorded } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { medications } from './medications.ts';
import { importPolicy, isWithin, rowPolicy } from './policies.ts';

/**
 * What came into the house, and what somebody counted. Doses are not written here: what is left is worked out from this and the
 * dose log. A line that is wrong is taken back, once, and stays.
 */
export const stockChanges = graceSchema.table(
  'stock_changes',
  {
    /** Chosen by whoever reports it, so that a report that is sent twice counts once. */
    id: uuid('id').primaryKey(),
    profileId: uuid('profile_id').notNull(),
    medicationId: uuid('medication_id').notNull(),
    /** A refill adds to what is there; a count says what is there. */
    kind: varchar('kind', { length: 10, enum: stockChangeKinds }).notNull(),
    amount: numeric('amount', { precision: 9, scale: 3 }).notNull(),
    unit: varchar('unit', { length: 20, enum: doseUnits }).notNull(),
    /** When it really was. */
    at: timestamp('at', { withTimezone: true }).notNull(),
    ...recorded(),
    takenBackAt: timestamp('taken_back_at', { withTimezone: true }),
    /** Its name is what the file said that it came from; no request writes it. */
    isImported: boolean('is_imported').notNull().default(false),
    takenBackBy: uuid('taken_back_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    foreignKey({
      name: 'stock_changes_medication_fk',
      columns: [table.medicationId, table.profileId],
      foreignColumns: [medications.id, medications.profileId],
    }).onDelete('cascade'),
    unique('stock_changes_id_profile_id_unique').on(table.id, table.profileId),
    index('stock_changes_medication_id_idx').on(table.medicationId, table.profileId, table.at),
    index('stock_changes_profile_id_idx').on(table.profileId, table.at),
    index('stock_changes_recorded_by_idx').on(table.recordedBy),
    index('stock_changes_taken_back_at_idx').on(table.takenBackAt),
    index('stock_changes_taken_back_by_idx').on(table.takenBackBy),
    check('stock_changes_kind_check', isOneOf(table.kind, stockChangeKinds)),
    check('stock_changes_unit_check', isOneOf(table.unit, doseUnits)),
    check(
      'stock_changes_amount_check',
      sql`${table.amount} > 0 or (${table.kind} = 'count' and ${table.amount} = 0)`,
    ),
    rowPolicy('select_view', 'select', isWithin(table.profileId, 'medications', 'view')),
    rowPolicy('insert_log', 'insert', isWithin(table.profileId, 'medications', 'log')),
    // Taking back goes one way. Who and when is written by the trigger stamp_taken_back.
    pgPolicy('update_log', {
      for: 'update',
      to: authenticated,
      using: sql`${isWithin(table.profileId, 'medications', 'log')} and ${table.takenBackAt} is null`,
      withCheck: isWithin(table.profileId, 'medications', 'log'),
    }),
    importPolicy(table.profileId),
  ],
);

export const stockChangesGrants = grants(stockChanges, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'medicationId', 'kind', 'amount', 'unit', 'at'],
    update: ['takenBackAt'],
  },
});
