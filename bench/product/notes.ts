import { ownedBy, ownedColumns, serviceAccess } from '@commons/shared-db';
import { index, pgSchema, text, varchar } from 'drizzle-orm/pg-core';

const bench = pgSchema('bench');

const columns = {
  ...ownedColumns(),
  title: varchar('title', { length: 200 }).notNull(),
  body: text('body').notNull(),
};

/** Ten thousand rows. */
export const notes = bench.table('notes', columns, (table) => [
  index('notes_user_id_idx').on(table.userId, table.id),
  ...ownedBy(table.userId),
  ...serviceAccess('insert'),
]);

/** A million rows. */
export const manyNotes = bench.table('many_notes', columns, (table) => [
  index('many_notes_user_id_idx').on(table.userId, table.id),
  ...ownedBy(table.userId),
  ...serviceAccess('insert'),
]);
