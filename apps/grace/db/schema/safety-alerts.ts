import { grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { alertKinds } from '../../companion/schemas.ts';
import { chatTurns } from './chat-turns.ts';
import { graceSchema } from './grace-schema.ts';
import { isAtLevel, isHeld, isVisible, rowPolicy } from './policies.ts';

/**
 * The person said something that is on the list of safety phrases. Everybody in their care sees that and which phrase, not what
 * else was said; whoever sees to it says so once, and the trigger `acknowledge_once` writes down who and when.
 */
export const safetyAlerts = graceSchema.table(
  'safety_alerts',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id').notNull(),
    turnId: uuid('turn_id').notNull(),
    kind: varchar('kind', { length: 10, enum: alertKinds }).notNull(),
    /** The phrase of the list, as the list has it. */
    phrase: varchar('phrase', { length: 120 }).notNull(),
    /** Of the list. */
    phrasesVersion: integer('phrases_version').notNull(),
    raisedAt: timestamp('raised_at', { withTimezone: true }).notNull().defaultNow(),
    acknowledgedAt: timestamp('acknowledged_at', { withTimezone: true }),
    acknowledgedBy: uuid('acknowledged_by').references(() => users.id, { onDelete: 'set null' }),
    acknowledgedName: varchar('acknowledged_name', { length: 120 }),
  },
  (table) => [
    foreignKey({
      name: 'safety_alerts_turn_fk',
      columns: [table.turnId, table.profileId],
      foreignColumns: [chatTurns.id, chatTurns.profileId],
    }).onDelete('cascade'),
    unique('safety_alerts_id_profile_id_unique').on(table.id, table.profileId),
    index('safety_alerts_turn_id_idx').on(table.turnId, table.profileId),
    index('safety_alerts_profile_id_idx').on(table.profileId, table.raisedAt, table.id),
    index('safety_alerts_acknowledged_by_idx').on(table.acknowledgedBy),
    check('safety_alerts_kind_check', isOneOf(table.kind, alertKinds)),
    rowPolicy('select_visible', 'select', isVisible(table.profileId)),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_log', 'update', isAtLevel(table.profileId, 'log')),
  ],
);

export const safetyAlertsGrants = grants(safetyAlerts, {
  authenticated: {
    select: true,
    insert: ['id', 'profileId', 'turnId', 'kind', 'phrase', 'phrasesVersion'],
    update: ['acknowledgedName'],
  },
});
