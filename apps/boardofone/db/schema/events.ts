import { grants, isOneOf, ownedBy, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, integer, jsonb, primaryKey, smallint, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { eventTypes } from '../../deliberation/event.ts';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';

/**
 * Everything that happened in a session, in order and without gaps. The live view, the replay, the export and the cost follow from
 * it; nothing of it is ever changed.
 */
export const events = appSchema.table(
  'events',
  {
    sessionId: uuid('session_id').notNull(),
    seq: integer('seq').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** Of the envelope. */
    v: smallint('v').notNull().default(1),
    type: varchar('type', { length: 40, enum: eventTypes }).notNull(),
    data: jsonb('data').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.sessionId, table.seq] }),
    inSession('events', table),
    check('events_seq_check', sql`${table.seq} > 0`),
    check('events_type_check', isOneOf(table.type, eventTypes)),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

export const eventsGrants = grants(events, {
  authenticated: { select: true, insert: ['sessionId', 'seq', 'userId', 'type', 'data', 'at'] },
});
