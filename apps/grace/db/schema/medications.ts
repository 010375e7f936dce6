import { grants, isOneOf } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { forms, routes, strengthUnits } from '../../medicine/schemas.ts';
import { createdBy, versioned } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { cardPolicy, importPolicy, scopedRows } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * A medicine that a person takes or took. When and how much is in `schedules`; what happened to it, with who and why, is in
 * `medication_changes`. It is never deleted: it is stopped, or marked as entered in error.
 */
export const medications = graceSchema.table(
  'medications',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** As it is on the box. */
    name: varchar('name', { length: 120 }).notNull(),
    /** What is in it; duplicates and allergies are found by these. */
    ingredients: text('ingredients').array().notNull(),
    strengthAmount: numeric('strength_amount', { precision: 10, scale: 3 }),
    strengthUnit: varchar('strength_unit', { length: 12, enum: strengthUnits }),
    form: varchar('form', { length: 20, enum: forms }).notNull(),
    route: varchar('route', { length: 20, enum: routes }).notNull(),
    /** How to take it, such as "with food". */
    instructions: varchar('instructions', { length: 500 }).notNull().default(''),
    /** What it is for. */
    indication: varchar('indication', { length: 200 }).notNull().default(''),
    prescriber: varchar('prescriber', { length: 120 }).notNull().default(''),
    pharmacy: varchar('pharmacy', { length: 120 }).notNull().default(''),
    prescriptionNumber: varchar('prescription_number', { length: 60 }).notNull().default(''),
    /** Monday 1 to Sunday 7. */
    pharmacyClosedWeekdays: smallint('pharmacy_closed_weekdays').array().notNull().default(sql`'{}'`),
    pharmacyClosedDates: date('pharmacy_closed_dates').array().notNull().default(sql`'{}'`),
    /** Since when the person has taken it, which may be long before GRACE knew. */
    startedOn: date('started_on'),
    /** "Small, white, round, with a 5 on it". */
    look: varchar('look', { length: 200 }).notNull().default(''),
    /** A small picture as a data URL, made small in the browser. */
    photo: text('photo'),
    /** What its leaflet or its prescriber says about a dose that was missed. */
    missedDoseInstruction: varchar('missed_dose_instruction', { length: 500 }).notNull().default(''),
    /** False for a medicine whose doses must not be skipped without a clinician's word. */
    isSkippable: boolean('is_skippable').notNull().default(true),
    /** Minutes after which caregivers hear of a dose that nobody logged; NULL for not at all. */
    escalationDelayMinutes: integer('escalation_delay_minutes'),
    /** As needed: what to try before it, what to look for, and when somebody should ask whether it is still right. */
    prnTryFirst: varchar('prn_try_first', { length: 300 }).notNull().default(''),
    prnSigns: varchar('prn_signs', { length: 300 }).notNull().default(''),
    prnReviewOn: date('prn_review_on'),
    /** What a pack holds, in the unit of the doses. */
    packSize: numeric('pack_size', { precision: 8, scale: 3 }),
    /** So many days before it runs out it is time for a refill. */
    refillNoticeDays: integer('refill_notice_days').notNull().default(7),
    /** From when it is no longer taken; may lie ahead. Its schedules end at the same instant. */
    stoppedAt: timestamp('stopped_at', { withTimezone: true }),
    stopReason: varchar('stop_reason', { length: 300 }),
    /** It should never have been in the record, and no list shows it to a clinician. */
    isEnteredInError: boolean('is_entered_in_error').notNull().default(false),
    createdBy: createdBy(),
    ...versioned(),
  },
  (table) => [
    unique('medications_id_profile_id_unique').on(table.id, table.profileId),
    index('medications_profile_id_idx').on(table.profileId, table.id),
    index('medications_created_by_idx').on(table.createdBy),
    check('medications_name_check', sql`btrim(${table.name}) <> ''`),
    check('medications_ingredients_check', sql`cardinality(${table.ingredients}) between 1 and 12`),
    check('medications_form_check', isOneOf(table.form, forms)),
    check('medications_route_check', isOneOf(table.route, routes)),
    check('medications_strength_unit_check', isOneOf(table.strengthUnit, strengthUnits)),
    check(
      'medications_strength_check',
      sql`(${table.strengthAmount} is null) = (${table.strengthUnit} is null) and ${table.strengthAmount} > 0`,
    ),
    check(
      'medications_weekdays_check',
      sql`${table.pharmacyClosedWeekdays} <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]`,
    ),
    check(
      'medications_photo_check',
      sql`length(${table.photo}) <= 100000 and ${table.photo} like 'data:image/%'`,
    ),
    check('medications_escalation_check', sql`${table.escalationDelayMinutes} between 15 and 240`),
    check('medications_pack_size_check', sql`${table.packSize} > 0`),
    check('medications_refill_notice_check', sql`${table.refillNoticeDays} between 1 and 60`),
    check('medications_stop_check', sql`(${table.stoppedAt} is null) = (${table.stopReason} is null)`),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'manage', update: 'manage' }),
    cardPolicy(table.profileId),
    importPolicy(table.profileId),
  ],
);

const factColumns = [
  'name',
  'ingredients',
  'strengthAmount',
  'strengthUnit',
  'form',
  'route',
  'instructions',
  'indication',
  'prescriber',
  'pharmacy',
  'prescriptionNumber',
  'pharmacyClosedWeekdays',
  'pharmacyClosedDates',
  'startedOn',
  'look',
  'photo',
  'missedDoseInstruction',
  'isSkippable',
  'escalationDelayMinutes',
  'prnTryFirst',
  'prnSigns',
  'prnReviewOn',
  'packSize',
  'refillNoticeDays',
] as const;

export const medicationsGrants = grants(medications, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', ...factColumns],
    update: [...factColumns, 'stoppedAt', 'stopReason', 'isEnteredInError', 'version'],
  },
});
