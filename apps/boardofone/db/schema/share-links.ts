import { commonsOwner, grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgPolicy, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import type { SharedMemo } from '../../deliberation/shared-memo.ts';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';

/**
 * A link that shows a memo to whoever has it, until it ends by itself or its owner ends it. Only a hash of its token is here. What it
 * shows is here as well, so that there is no way from a link to anything else of the session.
 */
export const shareLinks = appSchema.table(
  'share_links',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    /** SHA-256 of the token, in hexadecimal. */
    tokenHash: varchar('token_hash', { length: 64 }).notNull(),
    content: jsonb('content').$type<SharedMemo>().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [
    inSession('share_links', table),
    unique('share_links_token_hash_unique').on(table.userId, table.tokenHash),
    index('share_links_token_hash_idx').on(table.tokenHash),
    index('share_links_session_id_idx').on(table.userId, table.sessionId, table.id),
    check('share_links_token_hash_check', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('share_links_expires_check', sql`${table.expiresAt} <= ${table.createdAt} + interval '400 days'`),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
    // What the function that opens a link reads: the one link whose token it was given.
    pgPolicy('select_token', {
      for: 'select',
      to: commonsOwner,
      using: sql`${table.tokenHash} = (select boardofone.token_in_hand())`,
    }),
  ],
);

export const shareLinksGrants = grants(shareLinks, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'sessionId', 'tokenHash', 'content', 'expiresAt'],
    update: ['revokedAt'],
  },
});
