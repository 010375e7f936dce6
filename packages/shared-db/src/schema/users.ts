import { sql } from 'drizzle-orm';
import { pgPolicy, pgTable, text, timestamp, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { ownedBy } from '../policies/owned-by.ts';
import { commonsOwner } from '../policies/roles.ts';
import { serviceAccess } from '../policies/service-access.ts';

/** The one table of people. Apps reference it and extend it by tables of their own, never by columns. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    email: varchar('email', { length: 255 }).notNull().unique(),
    googleId: varchar('google_id', { length: 255 }).unique(),
    fullName: varchar('full_name', { length: 255 }),
    avatarUrl: text('avatar_url'),
    createdAt: timestamp('created_at', { withTimezone: true }).default(sql`CURRENT_TIMESTAMP`),
    updatedAt: timestamp('updated_at', { withTimezone: true }).default(sql`CURRENT_TIMESTAMP`),
    lastLogin: timestamp('last_login', { withTimezone: true }),
  },
  (table) => [
    uniqueIndex('users_email_lower_idx').on(sql`lower(${table.email})`),
    ...ownedBy(table.id, ['select', 'update']),
    ...serviceAccess('select', 'insert', 'update', 'delete'),
    // What app.user_email() reads, in the caller's context.
    pgPolicy('select_checked', {
      for: 'select',
      to: commonsOwner,
      using: sql`${table.id} = (select app.user_id())`,
    }),
  ],
);

/** A person reads their own row and edits their name and picture; sign-in does the rest. */
export const usersGrants = grants(users, {
  authenticated: { select: true, update: ['fullName', 'avatarUrl'] },
  commons_service: {
    select: true,
    insert: ['id', 'email', 'googleId', 'fullName', 'avatarUrl'],
    update: ['email', 'googleId', 'fullName', 'avatarUrl', 'lastLogin'],
    delete: true,
  },
});
