import { commonsOwner, grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { bigint, check, index, pgPolicy, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { loggedResources, readingWays } from '../../care/schemas.ts';
import { graceSchema } from './grace-schema.ts';
import { isHeld, isInHand, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * Every reading of notes, chats or the emergency card by somebody else. `grace.open_record` writes it, and without its row in the
 * same transaction the policies show them nothing. The person reads it; nobody changes it.
 */
export const accessLog = graceSchema.table(
  'access_log',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** NULL for whoever came by a link, and for somebody whose account is gone. */
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    /** Kept as it was then. */
    actorName: varchar('actor_name', { length: 120 }).notNull(),
    resource: varchar('resource', { length: 20, enum: loggedResources }).notNull(),
    resourceId: uuid('resource_id'),
    via: varchar('via', { length: 10, enum: readingWays }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    /** By which, and by the time, the policies know it again: the number of no transaction ever comes back. */
    transactionId: bigint('transaction_id', { mode: 'bigint' })
      .notNull()
      .default(sql`pg_current_xact_id()::text::bigint`),
  },
  (table) => [
    index('access_log_profile_id_idx').on(table.profileId, table.id),
    index('access_log_actor_id_idx').on(table.actorId, table.at),
    check('access_log_resource_check', isOneOf(table.resource, loggedResources)),
    check('access_log_via_check', isOneOf(table.via, readingWays)),
    rowPolicy('select_held', 'select', isHeld(table.profileId)),
    pgPolicy('select_checked', {
      for: 'select',
      to: commonsOwner,
      using: sql`${table.actorId} = (select app.user_id())`,
    }),
    pgPolicy('insert_writer', {
      for: 'insert',
      to: commonsOwner,
      withCheck: sql`${table.actorId} = (select app.user_id()) or (${table.actorId} is null and ${table.via} = 'link' and ${isInHand(table.profileId)})`,
    }),
  ],
);

export const accessLogGrants = grants(accessLog, { authenticated: { select: true } });
