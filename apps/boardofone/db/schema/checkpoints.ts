import { grants, ownedBy, users } from '@commons/shared-db';
import { foreignKey, integer, jsonb, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core';
import type { StoredView } from '../../deliberation/checkpoint.ts';
import { appSchema } from './app-schema.ts';
import { events } from './events.ts';
import { inSession } from './in-session.ts';

/** The room as a round left it, so that whoever comes later need not fold its log from the beginning. The log stays what counts. */
export const checkpoints = appSchema.table(
  'checkpoints',
  {
    sessionId: uuid('session_id').notNull(),
    /** The last event in it. */
    seq: integer('seq').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The round that had ended. */
    roundNumber: smallint('round_number').notNull(),
    /** How it was folded; a view of another version is not used. */
    viewVersion: smallint('view_version').notNull(),
    view: jsonb('view').$type<StoredView>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.sessionId, table.seq] }),
    inSession('checkpoints', table),
    foreignKey({
      name: 'checkpoints_event_fk',
      columns: [table.userId, table.sessionId, table.seq],
      foreignColumns: [events.userId, events.sessionId, events.seq],
    }).onDelete('cascade'),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

export const checkpointsGrants = grants(checkpoints, {
  authenticated: {
    select: true,
    insert: ['sessionId', 'seq', 'userId', 'roundNumber', 'viewVersion', 'view'],
  },
});
