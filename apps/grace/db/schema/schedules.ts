import { grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { createdBy } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { medications } from './medications.ts';
import { cardPolicy, importPolicy, scopedRows } from './policies.ts';

/**
 * Versions of schedules. A changed plan is a new row with the same `scheduleId`; of an old row nothing changes but that it ends,
 * and an end never moves later. So doses of the past keep the plan they had.
 */
export const schedules = graceSchema.table(
  'schedules',
  {
    /** Of the version. */
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id').notNull(),
    medicationId: uuid('medication_id').notNull(),
    /** What stays the same from version to version. */
    scheduleId: uuid('schedule_id').notNull(),
    plan: jsonb('plan').$type<SchedulePlan>().notNull(),
    kind: varchar('kind', { length: 20 }).notNull().generatedAlwaysAs(sql`plan ->> 'kind'`),
    /** The usual amount of one dose: the first one where amounts vary. */
    doseAmount: numeric('dose_amount', { precision: 8, scale: 3 })
      .notNull()
      .generatedAlwaysAs(
        sql`coalesce(plan ->> 'amount', plan #>> '{times,0,amount}', plan #>> '{phases,0,times,0,amount}')::numeric`,
      ),
    doseUnit: varchar('dose_unit', { length: 20 }).notNull().generatedAlwaysAs(sql`plan ->> 'unit'`),
    /** IANA name: the wall clock that the plan's times are read from. */
    zone: varchar('zone', { length: 60 }).notNull(),
    /** Around the planned time, within which a dose is on time. */
    lateWindowMinutes: integer('late_window_minutes').notNull(),
    effectiveFrom: timestamp('effective_from', { withTimezone: true }).notNull(),
    /** Not included; the same as `effectiveFrom` when another version took over before this one began. */
    effectiveUntil: timestamp('effective_until', { withTimezone: true }),
    /** The schedule was ended while its medicine goes on: it stays ended when the medicine is stopped and taken up again. */
    isEnded: boolean('is_ended').notNull().default(false),
    /** Why this version was made. */
    reason: varchar('reason', { length: 300 }).notNull().default(''),
    createdBy: createdBy(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'schedules_medication_fk',
      columns: [table.medicationId, table.profileId],
      foreignColumns: [medications.id, medications.profileId],
    }).onDelete('cascade'),
    unique('schedules_id_profile_id_unique').on(table.id, table.profileId),
    unique('schedules_id_medication_id_unique').on(table.id, table.medicationId, table.profileId),
    uniqueIndex('schedules_open_idx')
      .on(table.scheduleId, table.profileId)
      .where(sql`${table.effectiveUntil} is null`),
    index('schedules_medication_id_idx').on(table.medicationId, table.profileId, table.effectiveFrom),
    index('schedules_profile_id_idx').on(table.profileId, table.effectiveFrom),
    index('schedules_created_by_idx').on(table.createdBy),
    check('schedules_late_window_check', sql`${table.lateWindowMinutes} between 5 and 720`),
    check('schedules_effective_check', sql`${table.effectiveUntil} >= ${table.effectiveFrom}`),
    check('schedules_dose_amount_check', sql`${table.doseAmount} > 0`),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'manage', update: 'manage' }),
    cardPolicy(table.profileId),
    importPolicy(table.profileId),
  ],
);

export const schedulesGrants = grants(schedules, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'profileId',
      'medicationId',
      'scheduleId',
      'plan',
      'zone',
      'lateWindowMinutes',
      'effectiveFrom',
      'reason',
    ],
    update: ['effectiveUntil', 'isEnded'],
  },
});
