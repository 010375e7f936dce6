import { grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, timestamp, unique, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { createdBy } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { medications } from './medications.ts';
import { cardPolicy, importPolicy, scopedRows } from './policies.ts';

/** Stretches in which a medicine is not given: its doses stay in the plan as held. */
export const medicationHolds = graceSchema.table(
  'medication_holds',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id').notNull(),
    medicationId: uuid('medication_id').notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    /** Not included; NULL until somebody resumes it. */
    endsAt: timestamp('ends_at', { withTimezone: true }),
    reason: varchar('reason', { length: 300 }).notNull(),
    createdBy: createdBy(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'medication_holds_medication_fk',
      columns: [table.medicationId, table.profileId],
      foreignColumns: [medications.id, medications.profileId],
    }).onDelete('cascade'),
    unique('medication_holds_id_profile_id_unique').on(table.id, table.profileId),
    uniqueIndex('medication_holds_open_idx')
      .on(table.medicationId, table.profileId)
      .where(sql`${table.endsAt} is null`),
    index('medication_holds_medication_id_idx').on(table.medicationId, table.profileId, table.startsAt),
    index('medication_holds_profile_id_idx').on(table.profileId, table.startsAt),
    index('medication_holds_created_by_idx').on(table.createdBy),
    check('medication_holds_ends_check', sql`${table.endsAt} >= ${table.startsAt}`),
    check('medication_holds_reason_check', sql`btrim(${table.reason}) <> ''`),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'manage', update: 'manage' }),
    cardPolicy(table.profileId),
    importPolicy(table.profileId),
  ],
);

export const medicationHoldsGrants = grants(medicationHolds, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'medicationId', 'startsAt', 'endsAt', 'reason'],
    update: ['endsAt'],
  },
});
