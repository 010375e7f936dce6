import { grants, isOneOf } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { allergyCategories, allergySeverities } from '../../medicine/schemas.ts';
import { createdBy, versioned } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { cardPolicy, importPolicy, scopedRows } from './policies.ts';
import { profiles } from './profiles.ts';

/** What somebody is allergic to. A row that is wrong is marked so, with the reason, and stays. */
export const allergies = graceSchema.table(
  'allergies',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    category: varchar('category', { length: 20, enum: allergyCategories }).notNull(),
    substance: varchar('substance', { length: 120 }).notNull(),
    reaction: varchar('reaction', { length: 200 }).notNull().default(''),
    severity: varchar('severity', { length: 10, enum: allergySeverities }).notNull().default('unknown'),
    notedOn: date('noted_on'),
    isEnteredInError: boolean('is_entered_in_error').notNull().default(false),
    errorReason: varchar('error_reason', { length: 300 }),
    createdBy: createdBy(),
    ...versioned(),
  },
  (table) => [
    unique('allergies_id_profile_id_unique').on(table.id, table.profileId),
    index('allergies_profile_id_idx').on(table.profileId, table.id),
    index('allergies_created_by_idx').on(table.createdBy),
    check('allergies_substance_check', sql`btrim(${table.substance}) <> ''`),
    check('allergies_category_check', isOneOf(table.category, allergyCategories)),
    check('allergies_severity_check', isOneOf(table.severity, allergySeverities)),
    check('allergies_error_check', sql`${table.isEnteredInError} = (${table.errorReason} is not null)`),
    ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'manage', update: 'manage' }),
    cardPolicy(table.profileId),
    importPolicy(table.profileId),
  ],
);

const contentColumns = ['category', 'substance', 'reaction', 'severity', 'notedOn'] as const;

export const allergiesGrants = grants(allergies, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', ...contentColumns],
    update: [...contentColumns, 'isEnteredInError', 'errorReason', 'version'],
  },
});
