import { commonsOwner, grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, pgPolicy, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { graceSchema } from './grace-schema.ts';
import { isHeld, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * A link, printed as a QR code, that shows the emergency card to whoever has it. Only a hash of its token is here; it ends by itself
 * or when the holder ends it, and each opening is in the access log.
 */
export const cardLinks = graceSchema.table(
  'card_links',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token, in hexadecimal. */
    tokenHash: varchar('token_hash', { length: 64 }).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('card_links_id_profile_id_unique').on(table.id, table.profileId),
    index('card_links_token_hash_idx').on(table.tokenHash),
    index('card_links_profile_id_idx').on(table.profileId, table.id),
    check('card_links_token_hash_check', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('card_links_expires_check', sql`${table.expiresAt} <= ${table.createdAt} + interval '400 days'`),
    rowPolicy('select_held', 'select', isHeld(table.profileId)),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    // What the function that opens a link reads: the one link whose token it was given.
    pgPolicy('select_token', {
      for: 'select',
      to: commonsOwner,
      using: sql`${table.tokenHash} = (select grace.token_in_hand())`,
    }),
  ],
);

export const cardLinksGrants = grants(cardLinks, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'tokenHash', 'expiresAt'],
    update: ['revokedAt'],
  },
});
