import { users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { integer, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';

/** Whoever made the row; NULL once the account is gone. */
export const createdBy = () =>
  uuid('created_by')
    .default(sql`app.user_id()`)
    .references(() => users.id, { onDelete: 'set null' });

/** Of rows that people change: the number of the version, and when it was made and changed last. */
export const versioned = () => ({
  version: integer('version').notNull().default(1),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Of what people report: when the database heard of it, and from whom. No request writes any of it. */
export const recorded = () => ({
  recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  /** NULL once the account is gone. */
  recordedBy: uuid('recorded_by')
    .default(sql`app.user_id()`)
    .references(() => users.id, { onDelete: 'set null' }),
  /** As they were named then, for when the account is gone; the trigger sign_report fills it. */
  recordedByName: varchar('recorded_by_name', { length: 120 }),
});
