import { grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, timestamp, unique, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, isHeld, isOpened, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';
import { topics } from './topics.ts';

/** A conversation with the companion, from its first line until it is ended; a person has at most one that is open. */
export const sessions = graceSchema.table(
  'sessions',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    topicId: varchar('topic_id', { length: 40 }).references(() => topics.id),
    /** As it was offered, such as "Your years as a nurse". */
    title: varchar('title', { length: 80 }).notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [
    unique('sessions_id_profile_id_unique').on(table.id, table.profileId),
    uniqueIndex('sessions_open_idx').on(table.profileId).where(sql`${table.endedAt} is null`),
    index('sessions_profile_id_idx').on(table.profileId, table.startedAt, table.id),
    index('sessions_topic_id_idx').on(table.topicId),
    check('sessions_title_check', sql`btrim(${table.title}) <> ''`),
    check('sessions_ended_check', sql`${table.endedAt} >= ${table.startedAt}`),
    rowPolicy('select_opened', 'select', isOpened(table.profileId, 'chat_transcripts')),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    importPolicy(table.profileId),
  ],
);

export const sessionsGrants = grants(sessions, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'topicId', 'title', 'startedAt'],
    update: ['endedAt'],
  },
});
