import { grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { effects } from '../../administration/schemas.ts';
import { doseLog } from './dose-log.ts';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, scopedRows } from './policies.ts';

/** Whether a dose taken as needed helped, asked once. */
export const doseEffects = graceSchema.table(
  'dose_effects',
  {
    administrationId: uuid('administration_id').notNull(),
    profileId: uuid('profile_id').notNull(),
    effect: varchar('effect', { length: 20, enum: effects }).notNull(),
    note: varchar('note', { length: 300 }).notNull().default(''),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
    recordedBy: uuid('recorded_by')
      .default(sql`app.user_id()`)
      .references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    primaryKey({ columns: [table.administrationId, table.profileId] }),
    foreignKey({
      name: 'dose_effects_administration_fk',
      columns: [table.administrationId, table.profileId],
      foreignColumns: [doseLog.id, doseLog.profileId],
    }).onDelete('cascade'),
    index('dose_effects_profile_id_idx').on(table.profileId),
    index('dose_effects_recorded_by_idx').on(table.recordedBy),
    check('dose_effects_effect_check', isOneOf(table.effect, effects)),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'log' }),
    importPolicy(table.profileId),
  ],
);

export const doseEffectsGrants = grants(doseEffects, {
  authenticated: { select: true, insert: ['administrationId', 'profileId', 'effect', 'note'] },
});
