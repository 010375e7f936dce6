import { grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { type FieldChange, medicationActions } from '../../medicine/schemas.ts';
import { graceSchema } from './grace-schema.ts';
import { medications } from './medications.ts';
import { importPolicy, scopedRows } from './policies.ts';

/** What was done to a medicine: who, when, why, and each field before and after. Nobody changes or removes a line. */
export const medicationChanges = graceSchema.table(
  'medication_changes',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id').notNull(),
    medicationId: uuid('medication_id').notNull(),
    /** The database says who it was. */
    actorId: uuid('actor_id')
      .default(sql`app.user_id()`)
      .references(() => users.id, { onDelete: 'set null' }),
    /** As they were named then; the trigger sign_change fills it. */
    actorName: varchar('actor_name', { length: 120 }).notNull(),
    action: varchar('action', { length: 20, enum: medicationActions }).notNull(),
    reason: varchar('reason', { length: 300 }).notNull().default(''),
    changes: jsonb('changes').$type<FieldChange[]>().notNull(),
    /** From when it holds, where that is not when it was recorded. */
    effectiveAt: timestamp('effective_at', { withTimezone: true }).notNull(),
    /** The name is what the file said that it came from; no request writes it. */
    isImported: boolean('is_imported').notNull().default(false),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'medication_changes_medication_fk',
      columns: [table.medicationId, table.profileId],
      foreignColumns: [medications.id, medications.profileId],
    }).onDelete('cascade'),
    unique('medication_changes_id_profile_id_unique').on(table.id, table.profileId),
    index('medication_changes_medication_id_idx').on(table.medicationId, table.profileId, table.at),
    index('medication_changes_profile_id_idx').on(table.profileId, table.at),
    index('medication_changes_actor_id_idx').on(table.actorId),
    check('medication_changes_action_check', isOneOf(table.action, medicationActions)),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'manage' }),
    importPolicy(table.profileId),
  ],
);

export const medicationChangesGrants = grants(medicationChanges, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'medicationId', 'actorName', 'action', 'reason', 'changes', 'effectiveAt'],
  },
});
