import { grants, isOneOf } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { preferences } from '../../companion/schemas.ts';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, isHeld, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';
import { topics } from './topics.ts';

/** What a person likes to talk about and what not to: a topic of the catalogue, or something in words of their own. */
export const topicPreferences = graceSchema.table(
  'topic_preferences',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    topicId: varchar('topic_id', { length: 40 }).references(() => topics.id),
    words: varchar('words', { length: 60 }),
    preference: varchar('preference', { length: 10, enum: preferences }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('topic_preferences_topic_unique').on(table.profileId, table.topicId),
    unique('topic_preferences_words_unique').on(table.profileId, table.words),
    index('topic_preferences_topic_id_idx').on(table.topicId),
    check('topic_preferences_preference_check', isOneOf(table.preference, preferences)),
    check('topic_preferences_subject_check', sql`num_nonnulls(${table.topicId}, ${table.words}) = 1`),
    check('topic_preferences_words_check', sql`btrim(${table.words}) <> ''`),
    rowPolicy('select_held', 'select', isHeld(table.profileId)),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    rowPolicy('delete_held', 'delete', isHeld(table.profileId)),
    importPolicy(table.profileId),
  ],
);

export const topicPreferencesGrants = grants(topicPreferences, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'topicId', 'words', 'preference'],
    update: ['preference'],
    delete: true,
  },
});
