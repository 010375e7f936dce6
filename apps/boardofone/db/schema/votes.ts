import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, jsonb, numeric, text, unique, uuid } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';
import { options } from './options.ts';
import { seats } from './seats.ts';

/** A seat's last word, given without seeing the others'; written once and never changed. */
export const votes = appSchema.table(
  'votes',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    seatId: uuid('seat_id').notNull(),
    isAbstention: boolean('is_abstention').notNull().default(false),
    optionId: uuid('option_id'),
    /** Options that it could live with. */
    approvals: uuid('approvals').array().notNull().default(sql`'{}'`),
    /** The best first; options that share a place are equal. */
    ranking: jsonb('ranking').$type<string[][]>().notNull().default([]),
    reasoning: text('reasoning').notNull().default(''),
    confidence: numeric('confidence', { precision: 3, scale: 2 }),
    /** It was asked again, because its first ballot could not be read. */
    wasAskedAgain: boolean('was_asked_again').notNull().default(false),
  },
  (table) => [
    inSession('votes', table),
    foreignKey({
      name: 'votes_seat_fk',
      columns: [table.seatId, table.sessionId],
      foreignColumns: [seats.id, seats.sessionId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'votes_option_fk',
      columns: [table.optionId, table.sessionId],
      foreignColumns: [options.id, options.sessionId],
    }).onDelete('cascade'),
    unique('votes_once_unique').on(table.userId, table.sessionId, table.seatId),
    index('votes_seat_id_idx').on(table.seatId, table.sessionId),
    index('votes_option_id_idx').on(table.optionId, table.sessionId),
    check('votes_confidence_check', sql`${table.confidence} >= 0 and ${table.confidence} <= 1`),
    check('votes_abstention_check', sql`${table.isAbstention} = (${table.optionId} is null)`),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

export const votesGrants = grants(votes, {
  authenticated: {
    select: true,
    insert: [
      'userId',
      'sessionId',
      'seatId',
      'isAbstention',
      'optionId',
      'approvals',
      'ranking',
      'reasoning',
      'confidence',
      'wasAskedAgain',
    ],
  },
});
