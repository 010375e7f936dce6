import { commonsService, grants, ownedBy, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgPolicy, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { chidiSchema } from './chidi-schema.ts';
import { userContexts } from './user-contexts.ts';

/** A thread with Chidi about one business; which business that is never changes. */
export const conversations = chidiSchema.table(
  'conversations',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userContextId: uuid('user_context_id').notNull(),
    title: varchar('title', { length: 200 }),
    /** Who named it; a title that a person gave is never replaced by the model's. */
    titleSource: varchar('title_source', { length: 10, enum: ['none', 'auto', 'manual'] })
      .notNull()
      .default('none'),
    /** The end of the branch that is shown. No foreign key: a stale one only means that the newest branch is shown. */
    activeLeafId: uuid('active_leaf_id'),
    /** When the person deleted it: hidden from then on, and gone for good some time later. */
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    lastMessageAt: timestamp('last_message_at', { withTimezone: true }).notNull().defaultNow(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'conversations_user_context_fk',
      columns: [table.userContextId, table.userId],
      foreignColumns: [userContexts.id, userContexts.userId],
    }),
    unique('conversations_id_user_id_unique').on(table.id, table.userId),
    index('conversations_user_id_idx').on(table.userId, table.lastMessageAt, table.id),
    index('conversations_user_context_id_idx').on(table.userContextId, table.userId),
    check('conversations_title_source_check', sql`${table.titleSource} in ('none', 'auto', 'manual')`),
    check('conversations_title_check', sql`(${table.titleSource} = 'none') = (${table.title} is null)`),
    index('conversations_deleted_at_idx').on(table.deletedAt),
    ...ownedBy(table.userId),
    // The nightly job reaches what was deleted long ago, and nothing else.
    ...(['select', 'delete'] as const).map((command) =>
      pgPolicy(`${command}_service`, {
        for: command,
        to: commonsService,
        using: sql`${table.deletedAt} < now() - interval '30 days'`,
      }),
    ),
  ],
);

export const conversationsGrants = grants(conversations, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'userContextId'],
    update: ['title', 'titleSource', 'activeLeafId', 'lastMessageAt', 'deletedAt'],
    delete: true,
  },
  commons_service: { select: true, delete: true },
});
