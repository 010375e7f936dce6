import { grants, ownedBy, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { Receipt } from '../../server/answers/schemas.ts';
import { chidiSchema } from './chidi-schema.ts';
import { contextVersions } from './context-versions.ts';
import { conversations } from './conversations.ts';

export const messageStatuses = ['streaming', 'complete', 'stopped', 'interrupted', 'error'] as const;

/**
 * One message of a tree: an answer hangs under its question, and messages under the same parent are siblings. Nothing is
 * overwritten when a person asks again; the tree grows another branch.
 */
export const messages = chidiSchema.table(
  'messages',
  {
    /** Chosen by the sender, so that sending the same message again adds nothing. */
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    conversationId: uuid('conversation_id').notNull(),
    parentId: uuid('parent_id'),
    siblingOrder: integer('sibling_order').notNull(),
    role: varchar('role', { length: 10, enum: ['user', 'assistant'] }).notNull(),
    content: text('content').notNull().default(''),
    status: varchar('status', { length: 12, enum: messageStatuses }).notNull(),
    /** While an answer is being written: when its writer counts as gone. It is renewed every two seconds. */
    leaseExpiresAt: timestamp('lease_expires_at', { withTimezone: true }),
    errorCode: varchar('error_code', { length: 50 }),
    contextVersionId: uuid('context_version_id'),
    receipt: jsonb('receipt').$type<Receipt>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'messages_conversation_fk',
      columns: [table.conversationId, table.userId],
      foreignColumns: [conversations.id, conversations.userId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'messages_parent_fk',
      columns: [table.parentId, table.conversationId],
      foreignColumns: [table.id, table.conversationId],
    }),
    foreignKey({
      name: 'messages_context_version_fk',
      columns: [table.contextVersionId, table.userId],
      foreignColumns: [contextVersions.id, contextVersions.userId],
    }),
    unique('messages_id_conversation_id_unique').on(table.id, table.conversationId),
    unique('messages_sibling_order_unique')
      .on(table.parentId, table.conversationId, table.userId, table.siblingOrder)
      .nullsNotDistinct(),
    index('messages_conversation_id_idx').on(table.conversationId, table.userId, table.createdAt, table.id),
    index('messages_streaming_idx').on(table.userId).where(sql`${table.status} = 'streaming'`),
    index('messages_user_id_idx').on(table.userId, table.createdAt),
    index('messages_context_version_id_idx').on(table.contextVersionId, table.userId),
    check('messages_role_check', sql`${table.role} in ('user', 'assistant')`),
    check(
      'messages_status_check',
      sql`${table.status} in ('streaming', 'complete', 'stopped', 'interrupted', 'error')`,
    ),
    check(
      'messages_lease_check',
      sql`(${table.status} = 'streaming') = (${table.leaseExpiresAt} is not null)`,
    ),
    check('messages_error_check', sql`(${table.status} = 'error') = (${table.errorCode} is not null)`),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
  ],
);

export const messagesGrants = grants(messages, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'userId',
      'conversationId',
      'parentId',
      'siblingOrder',
      'role',
      'content',
      'status',
      'leaseExpiresAt',
      'contextVersionId',
      'createdAt',
    ],
    update: ['content', 'status', 'leaseExpiresAt', 'errorCode', 'contextVersionId', 'receipt'],
  },
});
