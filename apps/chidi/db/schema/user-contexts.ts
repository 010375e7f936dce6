import { grants, ownedBy, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, integer, text, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { chidiSchema } from './chidi-schema.ts';

/** What Chidi knows about one business, shop or brand of a person, as it is now. */
export const userContexts = chidiSchema.table(
  'user_contexts',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: varchar('name', { length: 120 }).notNull(),
    company: text('company').notNull().default(''),
    offers: text('offers').notNull().default(''),
    audience: text('audience').notNull().default(''),
    tone: text('tone').notNull().default(''),
    policies: text('policies').notNull().default(''),
    goals: text('goals').notNull().default(''),
    locale: varchar('locale', { length: 200 }).notNull().default(''),
    currency: varchar('currency', { length: 200 }).notNull().default(''),
    doNotSay: text('do_not_say').notNull().default(''),
    preferences: text('preferences').notNull().default(''),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('user_contexts_id_user_id_unique').on(table.id, table.userId),
    index('user_contexts_user_id_idx').on(table.userId, table.createdAt, table.id),
    check('user_contexts_name_check', sql`btrim(${table.name}) <> ''`),
    check('user_contexts_version_check', sql`${table.version} > 0`),
    ...ownedBy(table.userId),
  ],
);

const contentColumns = [
  'name',
  'company',
  'offers',
  'audience',
  'tone',
  'policies',
  'goals',
  'locale',
  'currency',
  'doNotSay',
  'preferences',
] as const;

export const userContextsGrants = grants(userContexts, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', ...contentColumns],
    update: [...contentColumns, 'version'],
    delete: true,
  },
});
