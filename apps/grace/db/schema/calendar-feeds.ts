import { commonsOwner, grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, index, pgPolicy, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { createdBy } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { isHeld, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * The doses of a person as a calendar that other programs subscribe to by a secret address. It is written out here by whoever holds
 * the profile and by the job that plans; the address shows this text and reaches nothing else.
 */
export const calendarFeeds = graceSchema.table(
  'calendar_feeds',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    createdBy: createdBy(),
    /** Where it is used, such as "Kitchen tablet". */
    name: varchar('name', { length: 80 }).notNull(),
    /** SHA-256 of the secret part of the address, which is shown once and kept nowhere. */
    secretHash: varchar('secret_hash', { length: 64 }).notNull(),
    /** Says "Medicine" in place of the names. */
    isDiscreet: boolean('is_discreet').notNull(),
    content: text('content').notNull(),
    contentAt: timestamp('content_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** From then on the address leads nowhere. */
    revokedAt: timestamp('revoked_at', { withTimezone: true }),
  },
  (table) => [
    index('calendar_feeds_profile_id_idx').on(table.profileId, table.id),
    index('calendar_feeds_created_by_idx').on(table.createdBy),
    check('calendar_feeds_name_check', sql`btrim(${table.name}) <> ''`),
    rowPolicy('select_held', 'select', isHeld(table.profileId)),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    // For grace.read_feed alone, which asks for id and secret and shows what has not been revoked.
    pgPolicy('select_by_address', { for: 'select', to: commonsOwner, using: sql`true` }),
  ],
);

export const calendarFeedsGrants = grants(calendarFeeds, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'name', 'secretHash', 'isDiscreet', 'content', 'contentAt'],
    update: ['content', 'contentAt', 'revokedAt'],
  },
});
