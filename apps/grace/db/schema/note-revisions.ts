import { commonsOwner, grants } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgPolicy,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { noteCategories } from '../../notes/schemas.ts';
import { graceSchema } from './grace-schema.ts';
import { notes } from './notes.ts';
import { isHeld, isOpened, isVisible, rowPolicy } from './policies.ts';

/**
 * Every wording that a note has had. The trigger keep_revision writes it, in the transaction of the change; nobody else can. A note
 * that becomes private takes its earlier wordings along; one that becomes visible leaves the private ones behind.
 */
export const noteRevisions = graceSchema.table(
  'note_revisions',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    noteId: uuid('note_id').notNull(),
    profileId: uuid('profile_id').notNull(),
    version: integer('version').notNull(),
    category: varchar('category', { length: 10, enum: noteCategories }).notNull(),
    body: text('body').notNull(),
    isPrivate: boolean('is_private').notNull(),
    isError: boolean('is_error').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** By which caregivers reach it; a private one has none. */
    sharedProfileId: uuid('shared_profile_id').generatedAlwaysAs(
      sql`case when is_private then null else profile_id end`,
    ),
  },
  (table) => [
    foreignKey({
      name: 'note_revisions_note_fk',
      columns: [table.noteId, table.profileId],
      foreignColumns: [notes.id, notes.profileId],
    }).onDelete('cascade'),
    unique('note_revisions_version_unique').on(table.noteId, table.profileId, table.version),
    index('note_revisions_profile_id_idx').on(table.profileId),
    index('note_revisions_shared_profile_id_idx').on(table.sharedProfileId),
    rowPolicy(
      'select_readable',
      'select',
      sql`${isHeld(table.profileId)} or ${isOpened(table.sharedProfileId, 'notes')}`,
    ),
    // What the trigger does, in the context of whoever changes the note. It moves no row to anybody else.
    pgPolicy('select_kept', { for: 'select', to: commonsOwner, using: isVisible(table.profileId) }),
    pgPolicy('insert_kept', { for: 'insert', to: commonsOwner, withCheck: isVisible(table.profileId) }),
    pgPolicy('update_kept', {
      for: 'update',
      to: commonsOwner,
      using: isVisible(table.profileId),
      withCheck: sql`true`,
    }),
  ],
);

export const noteRevisionsGrants = grants(noteRevisions, { authenticated: { select: true } });
