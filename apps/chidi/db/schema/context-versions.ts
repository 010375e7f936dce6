import { grants, ownedBy, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import type { ContextFields } from '../../server/contexts/schemas.ts';
import { chidiSchema } from './chidi-schema.ts';
import { userContexts } from './user-contexts.ts';

/** What a context said at each save. Rows never change: an answer points at the version that it was given. */
export const contextVersions = chidiSchema.table(
  'context_versions',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userContextId: uuid('user_context_id').notNull(),
    version: integer('version').notNull(),
    name: varchar('name', { length: 120 }).notNull(),
    fields: jsonb('fields').$type<ContextFields>().notNull(),
    /** SHA-256 of the fields, so that a receipt can show what exactly it speaks of. */
    contentHash: varchar('content_hash', { length: 64 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'context_versions_user_context_fk',
      columns: [table.userContextId, table.userId],
      foreignColumns: [userContexts.id, userContexts.userId],
    }).onDelete('cascade'),
    unique('context_versions_id_user_id_unique').on(table.id, table.userId),
    unique('context_versions_version_unique').on(table.userContextId, table.userId, table.version),
    index('context_versions_user_id_idx').on(table.userId, table.createdAt),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

export const contextVersionsGrants = grants(contextVersions, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'userContextId', 'version', 'name', 'fields', 'contentHash'],
  },
});
