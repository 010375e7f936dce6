import { grants, isOneOf, users } from '@commons/shared-db';
import { type SQL, sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { noteCategories } from '../../notes/schemas.ts';
import { versioned } from './columns.ts';
import { doseLog } from './dose-log.ts';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, isHeld, isOpened, isWithin, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';
import { sessions } from './sessions.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/**
 * What somebody noticed about a person. Its words change by its author's hand alone, `note_revisions` keeps every wording, and it is
 * never deleted, only marked as written in error.
 */
export const notes = graceSchema.table(
  'notes',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** NULL once the author's account is gone. */
    authorId: uuid('author_id').references(() => users.id, { onDelete: 'set null' }),
    /** As the author was named then; the trigger sign_note fills it. */
    authorName: varchar('author_name', { length: 120 }).notNull().default(''),
    category: varchar('category', { length: 10, enum: noteCategories }).notNull().default('general'),
    body: text('body').notNull(),
    isPinned: boolean('is_pinned').notNull().default(false),
    /** The holder's alone: no caregiver sees it, whatever their level. */
    isPrivate: boolean('is_private').notNull().default(false),
    isError: boolean('is_error').notNull().default(false),
    /** What it was noticed at: a recorded dose, or a conversation. Chosen when it is written. */
    doseId: uuid('dose_id'),
    sessionId: uuid('session_id'),
    /** Its author's name is what the file said that it came from; no request writes it. */
    isImported: boolean('is_imported').notNull().default(false),
    ...versioned(),
    /** By which caregivers reach a note; a private one has none. */
    sharedProfileId: uuid('shared_profile_id').generatedAlwaysAs(
      sql`case when is_private then null else profile_id end`,
    ),
    // No index on it: `@@` is not leakproof, so PostgreSQL asks it only of rows that the policies have let through.
    search: tsvector('search').generatedAlwaysAs(sql`to_tsvector('english'::regconfig, body)`),
  },
  (table) => [
    unique('notes_id_profile_id_unique').on(table.id, table.profileId),
    index('notes_profile_id_idx').on(table.profileId, table.isPinned, table.id),
    index('notes_shared_profile_id_idx').on(table.sharedProfileId),
    index('notes_author_id_idx').on(table.authorId),
    check('notes_category_check', isOneOf(table.category, noteCategories)),
    index('notes_dose_id_idx').on(table.doseId, table.profileId),
    index('notes_session_id_idx').on(table.sessionId, table.profileId),
    foreignKey({
      name: 'notes_dose_fk',
      columns: [table.doseId, table.profileId],
      foreignColumns: [doseLog.id, doseLog.profileId],
    }),
    foreignKey({
      name: 'notes_session_fk',
      columns: [table.sessionId, table.profileId],
      foreignColumns: [sessions.id, sessions.profileId],
    }),
    check('notes_about_check', sql`num_nonnulls(${table.doseId}, ${table.sessionId}) <= 1`),
    check('notes_body_check', sql`btrim(${table.body}) <> '' and length(${table.body}) <= 10000`),
    // Who wrote a note sees it without a line in the access log, as long as their grant stands.
    rowPolicy(
      'select_readable',
      'select',
      sql`${isHeld(table.profileId)} or ${isOpened(table.sharedProfileId, 'notes')} or (${isAuthor(table.authorId)} and ${isWithin(table.sharedProfileId, 'notes', 'view')})`,
    ),
    rowPolicy(
      'insert_author',
      'insert',
      sql`${isAuthor(table.authorId)} and (${isHeld(table.profileId)} or ${isWithin(table.sharedProfileId, 'notes', 'log')})`,
    ),
    // Others than the author may pin; the trigger keep_words sees to the rest.
    rowPolicy(
      'update_log',
      'update',
      sql`${isHeld(table.profileId)} or ${isWithin(table.sharedProfileId, 'notes', 'log')}`,
    ),
    importPolicy(table.profileId),
  ],
);

export const notesGrants = grants(notes, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'profileId',
      'authorId',
      'category',
      'body',
      'isPinned',
      'isPrivate',
      'doseId',
      'sessionId',
    ],
    update: ['category', 'body', 'isPinned', 'isPrivate', 'isError'],
  },
});

function isAuthor(authorId: Parameters<typeof isHeld>[0]): SQL {
  return sql`${authorId} = (select app.user_id())`;
}
