import { grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { createdBy, versioned } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { cardPolicy, importPolicy, scopedRows } from './policies.ts';
import { profiles } from './profiles.ts';

/** What somebody has or had, such as atrial fibrillation. A row that is wrong is marked so, with the reason, and stays. */
export const conditions = graceSchema.table(
  'conditions',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    name: varchar('name', { length: 160 }).notNull(),
    note: varchar('note', { length: 500 }).notNull().default(''),
    onsetOn: date('onset_on'),
    /** When it was over; NULL while it goes on. */
    resolvedOn: date('resolved_on'),
    isEnteredInError: boolean('is_entered_in_error').notNull().default(false),
    errorReason: varchar('error_reason', { length: 300 }),
    createdBy: createdBy(),
    ...versioned(),
  },
  (table) => [
    unique('conditions_id_profile_id_unique').on(table.id, table.profileId),
    index('conditions_profile_id_idx').on(table.profileId, table.id),
    index('conditions_created_by_idx').on(table.createdBy),
    check('conditions_name_check', sql`btrim(${table.name}) <> ''`),
    check('conditions_resolved_check', sql`${table.resolvedOn} >= ${table.onsetOn}`),
    check('conditions_error_check', sql`${table.isEnteredInError} = (${table.errorReason} is not null)`),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'manage', update: 'manage' }),
    cardPolicy(table.profileId),
    importPolicy(table.profileId),
  ],
);

const contentColumns = ['name', 'note', 'onsetOn', 'resolvedOn'] as const;

export const conditionsGrants = grants(conditions, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', ...contentColumns],
    update: [...contentColumns, 'isEnteredInError', 'errorReason', 'version'],
  },
});
