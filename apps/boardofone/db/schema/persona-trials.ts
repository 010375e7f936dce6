import { grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, numeric, text, uuid, varchar } from 'drizzle-orm/pg-core';
import { trialStatuses } from '../../personas/trial-statuses.ts';
import { appSchema } from './app-schema.ts';

/**
 * A question on which somebody tried a voice of theirs, and what it answered. It outlasts the voice, without its words, because what
 * it has cost counts for the month.
 */
export const personaTrials = appSchema.table(
  'persona_trials',
  {
    ...ownedColumns(),
    personaId: uuid('persona_id').notNull(),
    personaVersion: integer('persona_version').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull().default(''),
    status: varchar('status', { length: 10, enum: trialStatuses }).notNull().default('asked'),
    /** Why there is no answer, in the vocabulary of models. */
    errorCode: varchar('error_code', { length: 40 }),
    isRehearsal: boolean('is_rehearsal').notNull().default(false),
    /** The most that the call under way can cost. */
    reservedCost: numeric('reserved_cost', { precision: 14, scale: 8 }).notNull(),
    cost: numeric('cost', { precision: 14, scale: 8 }).notNull().default('0'),
  },
  (table) => [
    index('persona_trials_created_at_idx').on(table.userId, table.createdAt),
    check('persona_trials_status_check', isOneOf(table.status, trialStatuses)),
    check('persona_trials_question_check', sql`length(${table.question}) <= 1000`),
    check('persona_trials_cost_check', sql`${table.cost} >= 0 and ${table.cost} < 1000000`),
    check(
      'persona_trials_reserved_cost_check',
      sql`${table.reservedCost} >= 0 and ${table.reservedCost} < 1000000`,
    ),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
  ],
);

export const personaTrialsGrants = grants(personaTrials, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'personaId', 'personaVersion', 'question', 'reservedCost', 'isRehearsal'],
    update: [
      'personaVersion',
      'question',
      'answer',
      'status',
      'errorCode',
      'isRehearsal',
      'reservedCost',
      'cost',
    ],
  },
});
