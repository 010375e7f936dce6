import { grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  smallint,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { Statement } from '../../deliberation/statement.ts';
import { confidences, speakingPhases } from '../../deliberation/states.ts';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';
import { options } from './options.ts';
import { seats } from './seats.ts';

/** What a seat said in a round, or that it said nothing and why; written once and never changed. */
export const contributions = appSchema.table(
  'contributions',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    seatId: uuid('seat_id').notNull(),
    roundNumber: smallint('round_number').notNull(),
    phase: varchar('phase', { length: 24, enum: speakingPhases }).notNull(),
    isAbstention: boolean('is_abstention').notNull().default(false),
    /** Why it abstained, in the vocabulary of models. */
    abstainReason: varchar('abstain_reason', { length: 60 }),
    content: text('content').notNull().default(''),
    optionId: uuid('option_id'),
    confidence: varchar('confidence', { length: 10, enum: confidences }),
    dealbreaker: text('dealbreaker').notNull().default(''),
    statements: jsonb('statements').$type<Statement[]>().notNull().default([]),
    /** Whether it says that it brings an argument that nobody had brought. */
    isNovel: boolean('is_novel').notNull().default(false),
    /** At most one question to the owner. */
    question: text('question').notNull().default(''),
    cost: numeric('cost', { precision: 14, scale: 8 }).notNull().default('0'),
    tokens: integer('tokens').notNull().default(0),
    model: varchar('model', { length: 200 }).notNull().default(''),
    promptHash: varchar('prompt_hash', { length: 64 }).notNull().default(''),
    speakerOrder: uuid('speaker_order').array().notNull().default(sql`'{}'`),
  },
  (table) => [
    inSession('contributions', table),
    foreignKey({
      name: 'contributions_seat_fk',
      columns: [table.seatId, table.sessionId],
      foreignColumns: [seats.id, seats.sessionId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'contributions_option_fk',
      columns: [table.optionId, table.sessionId],
      foreignColumns: [options.id, options.sessionId],
    }).onDelete('cascade'),
    // Whatever is tried again, nobody speaks twice.
    unique('contributions_once_unique').on(
      table.userId,
      table.sessionId,
      table.roundNumber,
      table.seatId,
      table.phase,
    ),
    unique('contributions_id_session_id_unique').on(table.id, table.sessionId),
    index('contributions_seat_id_idx').on(table.seatId, table.sessionId),
    index('contributions_option_id_idx').on(table.optionId, table.sessionId),
    check('contributions_phase_check', isOneOf(table.phase, speakingPhases)),
    check('contributions_confidence_check', isOneOf(table.confidence, confidences)),
    check(
      'contributions_abstention_check',
      sql`${table.isAbstention} = (${table.abstainReason} is not null)`,
    ),
    check('contributions_cost_check', sql`${table.cost} >= 0 and ${table.cost} < 1000000`),
    ...ownedBy(table.userId, ['select', 'insert']),
  ],
);

export const contributionsGrants = grants(contributions, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'userId',
      'sessionId',
      'seatId',
      'roundNumber',
      'phase',
      'isAbstention',
      'abstainReason',
      'content',
      'optionId',
      'confidence',
      'dealbreaker',
      'statements',
      'isNovel',
      'question',
      'cost',
      'tokens',
      'model',
      'promptHash',
      'speakerOrder',
    ],
  },
});
