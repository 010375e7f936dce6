import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, integer, text, unique, varchar } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';

/** Something that a person wrote down. */
export const notes = appSchema.table(
  'notes',
  {
    ...ownedColumns(),
    title: varchar('title', { length: 200 }).notNull(),
    body: text('body').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    // What hangs under a note refers to both columns, so that it cannot hang under somebody else's.
    unique('notes_id_user_id_unique').on(table.id, table.userId),
    index('notes_user_id_idx').on(table.userId, table.id),
    check('notes_title_check', sql`btrim(${table.title}) <> ''`),
    ...ownedBy(table.userId),
  ],
);

export const notesGrants = grants(notes, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'title', 'body'],
    update: ['title', 'body', 'version'],
    delete: true,
  },
});
