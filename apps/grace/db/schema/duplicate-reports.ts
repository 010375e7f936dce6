import { authenticated, grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
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
import { outcomes, resolutions } from '../../administration/schemas.ts';
import { DoseUnit } from '../../schedule/schemas.ts';
import { recorded } from './columns.ts';
import { doseLog } from './dose-log.ts';
import { graceSchema } from './grace-schema.ts';
import { isWithin, scopedRows } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * A second report that a planned dose was given, from another caregiver or from a device that was offline. It is no administration;
 * it asks somebody to find out whether the dose was given twice, and keeps the answer.
 */
export const duplicateReports = graceSchema.table(
  'duplicate_reports',
  {
    /** The id under which it was reported. */
    id: uuid('id').primaryKey(),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** The entry that was there before. */
    administrationId: uuid('administration_id').notNull(),
    actualAt: timestamp('actual_at', { withTimezone: true }).notNull(),
    status: varchar('status', { length: 10, enum: outcomes }).notNull(),
    amount: numeric('amount', { precision: 8, scale: 3 }).notNull(),
    unit: varchar('unit', { length: 20 }).$type<DoseUnit>().notNull(),
    note: varchar('note', { length: 300 }).notNull().default(''),
    ...recorded(),
    resolution: varchar('resolution', { length: 20, enum: resolutions }),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
    resolvedBy: uuid('resolved_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    // Also keeps an entry from being undone while somebody else's report hangs on it.
    foreignKey({
      name: 'duplicate_reports_administration_fk',
      columns: [table.administrationId, table.profileId],
      foreignColumns: [doseLog.id, doseLog.profileId],
    }),
    unique('duplicate_reports_id_profile_id_unique').on(table.id, table.profileId),
    index('duplicate_reports_administration_id_idx').on(table.administrationId, table.profileId),
    index('duplicate_reports_profile_id_idx').on(table.profileId, table.resolvedAt),
    index('duplicate_reports_recorded_by_idx').on(table.recordedBy),
    index('duplicate_reports_resolved_by_idx').on(table.resolvedBy),
    index('duplicate_reports_resolved_at_idx').on(table.resolvedAt),
    check('duplicate_reports_status_check', sql`${table.status} in ('taken', 'partial')`),
    check('duplicate_reports_amount_check', sql`${table.amount} > 0`),
    check('duplicate_reports_unit_check', isOneOf(table.unit, DoseUnit.options)),
    check('duplicate_reports_resolution_check', isOneOf(table.resolution, resolutions)),
    check(
      'duplicate_reports_resolved_check',
      sql`(${table.resolution} is null) = (${table.resolvedAt} is null)`,
    ),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'log' }),
    // Answered once. Who and when is written by the trigger stamp_resolution.
    pgPolicy('update_log', {
      for: 'update',
      to: authenticated,
      using: sql`${isWithin(table.profileId, 'medications', 'log')} and ${table.resolvedAt} is null`,
      withCheck: isWithin(table.profileId, 'medications', 'log'),
    }),
  ],
);

export const duplicateReportsGrants = grants(duplicateReports, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'administrationId', 'actualAt', 'status', 'amount', 'unit', 'note'],
    update: ['resolution'],
  },
});
