import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, smallint, text, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';

/** One of the ways that a session can end; they are fixed before anybody takes a position. */
export const options = appSchema.table(
  'options',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    position: smallint('position').notNull(),
    label: varchar('label', { length: 120 }).notNull(),
    description: text('description').notNull().default(''),
    isNothing: boolean('is_nothing').notNull().default(false),
  },
  (table) => [
    inSession('options', table),
    unique('options_position_unique').on(table.userId, table.sessionId, table.position),
    unique('options_id_session_id_unique').on(table.id, table.sessionId),
    check('options_label_check', sql`btrim(${table.label}) <> ''`),
    check('options_position_check', sql`${table.position} between 1 and 10`),
    ...ownedBy(table.userId, ['select', 'insert', 'delete']),
  ],
);

export const optionsGrants = grants(options, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'sessionId', 'position', 'label', 'description', 'isNothing'],
    delete: true,
  },
});
