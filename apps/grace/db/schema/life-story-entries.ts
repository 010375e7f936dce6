import { grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, smallint, text, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { versioned } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, isHeld, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/** Something of a person's life, and who told it: the only facts of theirs that the companion may speak of. */
export const lifeStoryEntries = graceSchema.table(
  'life_story_entries',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    text: varchar('text', { length: 600 }).notNull(),
    /** Who else was in it. */
    people: text('people').array().notNull().default(sql`'{}'`),
    fromYear: smallint('from_year'),
    toYear: smallint('to_year'),
    /** Who told it, or where it is written. */
    source: varchar('source', { length: 120 }).notNull(),
    ...versioned(),
  },
  (table) => [
    unique('life_story_entries_id_profile_id_unique').on(table.id, table.profileId),
    index('life_story_entries_profile_id_idx').on(table.profileId, table.fromYear, table.id),
    check('life_story_entries_text_check', sql`btrim(${table.text}) <> ''`),
    check('life_story_entries_source_check', sql`btrim(${table.source}) <> ''`),
    check('life_story_entries_people_check', sql`cardinality(${table.people}) <= 12`),
    check(
      'life_story_entries_years_check',
      sql`${table.fromYear} >= 1850 and ${table.toYear} >= ${table.fromYear}`,
    ),
    rowPolicy('select_held', 'select', isHeld(table.profileId)),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    rowPolicy('delete_held', 'delete', isHeld(table.profileId)),
    importPolicy(table.profileId),
  ],
);

const content = ['text', 'people', 'fromYear', 'toYear', 'source'] as const;

export const lifeStoryEntriesGrants = grants(lifeStoryEntries, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', ...content],
    update: [...content, 'version'],
    delete: true,
  },
});
