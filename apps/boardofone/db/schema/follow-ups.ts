import { grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  numeric,
  smallint,
  text,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { followUpStatuses } from '../../deliberation/follow-up.ts';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';
import { seats } from './seats.ts';

/**
 * What the owner asks one seat or the chair once a session is complete, and what they answer. It stands beside the session, whose
 * log, votes and memo stay as they were.
 */
export const followUps = appSchema.table(
  'follow_ups',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    /** Whoever is asked, in the wording of their persona that the seat has; null for the chair. */
    seatId: uuid('seat_id'),
    question: text('question').notNull(),
    status: varchar('status', { length: 10, enum: followUpStatuses }).notNull().default('asked'),
    answer: text('answer').notNull().default(''),
    /** Why there is no answer, in the vocabulary of models or of refusals. */
    failure: varchar('failure', { length: 40 }),
    /** Counts how often the owner has asked for it, so that each time is a job of its own. */
    run: integer('run').notNull().default(1),
    /** The calls of this run that have begun. */
    attempts: smallint('attempts').notNull().default(0),
    /** The worst that the call under way can cost. */
    reservedCost: numeric('reserved_cost', { precision: 14, scale: 8 }).notNull().default('0'),
    /** Of every call, those that failed included. */
    cost: numeric('cost', { precision: 14, scale: 8 }).notNull().default('0'),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    provider: varchar('provider', { length: 60 }),
    model: varchar('model', { length: 200 }),
    /** SHA-256 of the whole prompt, in hexadecimal. */
    promptHash: varchar('prompt_hash', { length: 64 }).notNull().default(''),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (table) => [
    inSession('follow_ups', table),
    foreignKey({
      name: 'follow_ups_seat_fk',
      columns: [table.seatId, table.sessionId],
      foreignColumns: [seats.id, seats.sessionId],
    }).onDelete('cascade'),
    index('follow_ups_session_id_idx').on(table.userId, table.sessionId, table.id),
    index('follow_ups_seat_id_idx').on(table.seatId, table.sessionId),
    check('follow_ups_question_check', sql`btrim(${table.question}) <> ''`),
    check('follow_ups_status_check', isOneOf(table.status, followUpStatuses)),
    check(
      'follow_ups_answer_check',
      sql`(${table.status} = 'answered') = (${table.answer} <> '') and (${table.status} = 'answered') = (${table.answeredAt} is not null)`,
    ),
    check('follow_ups_failure_check', sql`(${table.status} = 'failed') = (${table.failure} is not null)`),
    check('follow_ups_cost_check', sql`${table.cost} >= 0 and ${table.cost} < 1000000`),
    check(
      'follow_ups_reserved_cost_check',
      sql`${table.reservedCost} >= 0 and ${table.reservedCost} < 1000000`,
    ),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
  ],
);

export const followUpsGrants = grants(followUps, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'sessionId', 'seatId', 'question'],
    update: [
      'status',
      'answer',
      'failure',
      'run',
      'attempts',
      'reservedCost',
      'cost',
      'inputTokens',
      'outputTokens',
      'provider',
      'model',
      'promptHash',
      'answeredAt',
    ],
  },
});
