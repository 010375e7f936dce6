import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from '../schema/users.ts';

/**
 * The columns that every table of people's own rows begins with: an id that sorts by time, whose row it is, when it was
 * made and when it was changed last. The rows go with their person.
 *
 * @example
 * appSchema.table('notes', { ...ownedColumns(), title: text('title').notNull() }, (table) => [...ownedBy(table.userId)]);
 */
export function ownedColumns() {
  return {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  };
}
