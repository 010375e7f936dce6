import { authenticated, grants, isOneOf, serviceAccess, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  numeric,
  pgPolicy,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { outcomes, skipReasons } from '../../administration/schemas.ts';
import { DoseUnit } from '../../schedule/schemas.ts';
import { recorded } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, isWithin, rowPolicy } from './policies.ts';
import { schedules } from './schedules.ts';

/**
 * One administration: what became of a planned dose, or a dose taken as needed. Nothing in it ever changes but that it is marked
 * as entered in error, once; for a moment whoever recorded it can take it back. *Missed* and *late* are worked out, not stored.
 */
export const doseLog = graceSchema.table(
  'dose_log',
  {
    /** Chosen by whoever reports it, so that a report that is sent twice is recorded once. */
    id: uuid('id').primaryKey(),
    profileId: uuid('profile_id').notNull(),
    medicationId: uuid('medication_id').notNull(),
    /** The version of the schedule that planned it. */
    versionId: uuid('version_id').notNull(),
    /** Which planned dose it is, whenever it was really taken; NULL for one that no plan asked for. */
    localDate: date('local_date'),
    slot: varchar('slot', { length: 12 }),
    scheduledAt: timestamp('scheduled_at', { withTimezone: true }),
    /** When it was really taken, or left out. */
    actualAt: timestamp('actual_at', { withTimezone: true }).notNull(),
    ...recorded(),
    status: varchar('status', { length: 10, enum: outcomes }).notNull(),
    skipReason: varchar('skip_reason', { length: 20, enum: skipReasons }),
    /** What was really taken; 0 when it was left out. */
    amount: numeric('amount', { precision: 8, scale: 3 }).notNull(),
    unit: varchar('unit', { length: 20 }).$type<DoseUnit>().notNull(),
    note: varchar('note', { length: 300 }).notNull().default(''),
    /** Taken as needed: what for. */
    prnReason: varchar('prn_reason', { length: 300 }),
    /** Taken as needed beyond its limits: why all the same. */
    overrideReason: varchar('override_reason', { length: 300 }),
    /** The entry that this one puts right. */
    replacesId: uuid('replaces_id'),
    enteredInErrorAt: timestamp('entered_in_error_at', { withTimezone: true }),
    enteredInErrorBy: uuid('entered_in_error_by').references(() => users.id, { onDelete: 'set null' }),
    enteredInErrorName: varchar('entered_in_error_name', { length: 120 }),
    errorReason: varchar('error_reason', { length: 300 }),
    /** Its names are what the file said that it came from; no request writes it. */
    isImported: boolean('is_imported').notNull().default(false),
  },
  (table) => [
    foreignKey({
      name: 'dose_log_schedule_fk',
      columns: [table.versionId, table.medicationId, table.profileId],
      foreignColumns: [schedules.id, schedules.medicationId, schedules.profileId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'dose_log_replaces_fk',
      columns: [table.replacesId, table.profileId],
      foreignColumns: [table.id, table.profileId],
    }),
    unique('dose_log_id_profile_id_unique').on(table.id, table.profileId),
    // One administration per planned dose, however many report it at once.
    uniqueIndex('dose_log_slot_idx')
      .on(table.profileId, table.versionId, table.localDate, table.slot)
      .where(sql`${table.enteredInErrorAt} is null`),
    index('dose_log_version_id_idx').on(table.versionId, table.medicationId, table.profileId),
    index('dose_log_profile_id_idx').on(table.profileId, table.actualAt, table.id),
    index('dose_log_planned_idx').on(table.profileId, table.scheduledAt),
    index('dose_log_medication_id_idx').on(table.medicationId, table.profileId, table.actualAt),
    index('dose_log_replaces_id_idx').on(table.replacesId, table.profileId),
    index('dose_log_recorded_by_idx').on(table.recordedBy),
    index('dose_log_recorded_at_idx').on(table.recordedAt),
    index('dose_log_entered_in_error_at_idx').on(table.enteredInErrorAt),
    index('dose_log_entered_in_error_by_idx').on(table.enteredInErrorBy),
    check('dose_log_status_check', isOneOf(table.status, outcomes)),
    check('dose_log_skip_reason_check', isOneOf(table.skipReason, skipReasons)),
    check('dose_log_unit_check', isOneOf(table.unit, DoseUnit.options)),
    check(
      'dose_log_slot_check',
      sql`num_nonnulls(${table.localDate}, ${table.slot}, ${table.scheduledAt}) in (0, 3)`,
    ),
    check(
      'dose_log_skipped_check',
      sql`(${table.status} = 'skipped') = (${table.amount} = 0) and (${table.status} = 'skipped') = (${table.skipReason} is not null)`,
    ),
    check('dose_log_amount_check', sql`${table.amount} >= 0`),
    check(
      'dose_log_error_check',
      sql`(${table.enteredInErrorAt} is null) = (${table.errorReason} is null) and btrim(${table.errorReason}) <> ''`,
    ),
    rowPolicy('select_view', 'select', isWithin(table.profileId, 'medications', 'view')),
    rowPolicy('insert_log', 'insert', isWithin(table.profileId, 'medications', 'log')),
    // One way: what is marked already is out of reach. Who and when is written by the trigger stamp_error.
    pgPolicy('update_log', {
      for: 'update',
      to: authenticated,
      using: sql`${isWithin(table.profileId, 'medications', 'log')} and ${table.enteredInErrorAt} is null`,
      withCheck: isWithin(table.profileId, 'medications', 'log'),
    }),
    // Undo: of one's own slip, for a little longer than there is a button for it.
    rowPolicy(
      'delete_slip',
      'delete',
      sql`${isWithin(table.profileId, 'medications', 'log')} and ${table.recordedBy} = (select app.user_id()) and ${table.recordedAt} > now() - interval '15 seconds'`,
    ),
    ...serviceAccess('select', 'insert'),
    importPolicy(table.profileId),
  ],
);

const reportColumns = [
  'id',
  'profileId',
  'medicationId',
  'versionId',
  'localDate',
  'slot',
  'scheduledAt',
  'actualAt',
  'status',
  'skipReason',
  'amount',
  'unit',
  'note',
  'prnReason',
  'overrideReason',
  'replacesId',
] as const;

export const doseLogGrants = grants(doseLog, {
  authenticated: { select: true, insert: reportColumns, update: ['errorReason'], delete: true },
  // Demonstration data and imports bring entries of the past, of several people.
  commons_service: { select: true, insert: [...reportColumns, 'recordedAt', 'recordedBy'] },
});
