import { boolean, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * The view `identity.auth_users`: a person as better-auth wants them, over `users` and `identity.email_verifications`.
 * It is writable through INSTEAD OF triggers and declared as a table because Drizzle's views cannot be written to;
 * it is no part of the schema that migrations are made from.
 */
export const authUsers = pgSchema('identity').table('auth_users', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});
