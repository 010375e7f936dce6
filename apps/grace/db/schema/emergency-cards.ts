import { grants, isOneOf } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, date, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { versioned } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { cardPolicy, importPolicy, isOpened, isWithin, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

export const bloodTypes = ['O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+'] as const;

/** What a stranger must know in an emergency, beside what the record says of medicines, allergies and conditions. */
export const emergencyCards = graceSchema.table(
  'emergency_cards',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    dateOfBirth: date('date_of_birth'),
    bloodType: varchar('blood_type', { length: 3, enum: bloodTypes }),
    /** What the person wants done and not done, and where the papers are. */
    directives: varchar('directives', { length: 1000 }).notNull().default(''),
    language: varchar('language', { length: 60 }).notNull().default(''),
    doctor: varchar('doctor', { length: 200 }).notNull().default(''),
    notes: varchar('notes', { length: 1000 }).notNull().default(''),
    ...versioned(),
  },
  (table) => [
    unique('emergency_cards_profile_id_unique').on(table.profileId),
    unique('emergency_cards_id_profile_id_unique').on(table.id, table.profileId),
    check('emergency_cards_blood_type_check', isOneOf(table.bloodType, bloodTypes)),
    check('emergency_cards_date_of_birth_check', sql`${table.dateOfBirth} >= '1890-01-01'`),
    rowPolicy('select_opened', 'select', isOpened(table.profileId, 'emergency_card')),
    rowPolicy('insert_manage', 'insert', isWithin(table.profileId, 'emergency_card', 'manage')),
    rowPolicy('update_manage', 'update', isWithin(table.profileId, 'emergency_card', 'manage')),
    cardPolicy(table.profileId),
    importPolicy(table.profileId),
  ],
);

const contentColumns = ['dateOfBirth', 'bloodType', 'directives', 'language', 'doctor', 'notes'] as const;

export const emergencyCardsGrants = grants(emergencyCards, {
  authenticated: {
    select: true,
    insert: ['profileId', ...contentColumns],
    update: [...contentColumns, 'version'],
  },
});
