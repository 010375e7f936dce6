import { grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, integer, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { graceSchema } from './grace-schema.ts';
import { cardPolicy, importPolicy, isOpened, isWithin, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/** Whom to call in an emergency, in order. */
export const contacts = graceSchema.table(
  'contacts',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    name: varchar('name', { length: 120 }).notNull(),
    relation: varchar('relation', { length: 60 }).notNull().default(''),
    phone: varchar('phone', { length: 40 }).notNull(),
    position: integer('position').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('contacts_id_profile_id_unique').on(table.id, table.profileId),
    index('contacts_profile_id_idx').on(table.profileId, table.position, table.id),
    check('contacts_name_check', sql`btrim(${table.name}) <> '' and btrim(${table.phone}) <> ''`),
    rowPolicy('select_opened', 'select', isOpened(table.profileId, 'emergency_card')),
    rowPolicy('insert_manage', 'insert', isWithin(table.profileId, 'emergency_card', 'manage')),
    rowPolicy('delete_manage', 'delete', isWithin(table.profileId, 'emergency_card', 'manage')),
    cardPolicy(table.profileId),
    importPolicy(table.profileId),
  ],
);

export const contactsGrants = grants(contacts, {
  authenticated: {
    select: true,
    insert: ['profileId', 'name', 'relation', 'phone', 'position'],
    delete: true,
  },
});
