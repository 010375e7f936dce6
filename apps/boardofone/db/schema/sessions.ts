import { grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import type { ForkChange } from '../../deliberation/fork-change.ts';
import type { SessionOutcome } from '../../deliberation/outcome.ts';
import { pauseReasons, phases, reversibilities, statuses, waits } from '../../deliberation/states.ts';
import { stopReasons } from '../../deliberation/stop-reasons.ts';
import { appSchema } from './app-schema.ts';

/** One decision that a person puts before a panel. Its status follows a trigger's list of transitions. */
export const sessions = appSchema.table(
  'sessions',
  {
    ...ownedColumns(),
    problem: text('problem').notNull(),
    context: text('context').notNull().default(''),
    constraints: text('constraints').notNull().default(''),
    decideBy: date('decide_by'),
    reversibility: varchar('reversibility', { length: 12, enum: reversibilities })
      .notNull()
      .default('unknown'),
    /** The template that it began with, of which questions, options and panel are proposed. */
    template: varchar('template', { length: 40 }),
    status: varchar('status', { length: 10, enum: statuses }).notNull().default('active'),
    phase: varchar('phase', { length: 24, enum: phases }).notNull().default('problem_decomposition'),
    waitsFor: varchar('waits_for', { length: 10, enum: waits }),
    /** The blind round is 1; 0 before it. */
    roundNumber: smallint('round_number').notNull().default(0),
    /** At most so many rounds after the blind one. */
    maxRounds: smallint('max_rounds').notNull().default(2),
    seatsWanted: smallint('seats_wanted').notNull().default(5),
    /** How long a question of the panel may hold up the next round. */
    answerWaitSeconds: integer('answer_wait_seconds').notNull().default(0),
    capUsd: numeric('cap_usd', { precision: 10, scale: 4 }).notNull().default('1.0000'),
    totalCost: numeric('total_cost', { precision: 14, scale: 8 }).notNull().default('0'),
    /** The worst that the calls under way can cost. */
    reservedCost: numeric('reserved_cost', { precision: 14, scale: 8 }).notNull().default('0'),
    totalTokens: bigint('total_tokens', { mode: 'number' }).notNull().default(0),
    /** Every shuffle of this session follows from it. */
    seed: integer('seed').notNull(),
    subQuestions: text('sub_questions').array().notNull().default(sql`'{}'`),
    outcome: jsonb('outcome').$type<SessionOutcome>(),
    stopReason: varchar('stop_reason', { length: 20, enum: stopReasons }),
    pauseReason: varchar('pause_reason', { length: 20, enum: pauseReasons }),
    failReason: varchar('fail_reason', { length: 60 }),
    /** Sequence number of the newest event. */
    lastSeq: integer('last_seq').notNull().default(0),
    /** Counts starts and resumptions, so that the steps of each are jobs of their own. */
    run: integer('run').notNull().default(1),
    completedAt: timestamp('completed_at', { withTimezone: true }),
    killedAt: timestamp('killed_at', { withTimezone: true }),
    killedBy: uuid('killed_by'),
    killReason: varchar('kill_reason', { length: 500 }),
    archivedAt: timestamp('archived_at', { withTimezone: true }),
    version: integer('version').notNull().default(1),
    /** The session of which this is a what-if. */
    forkedFrom: uuid('forked_from'),
    /** The last round that was taken over from it; 0 for none. */
    forkedRound: smallint('forked_round'),
    forkChange: jsonb('fork_change').$type<ForkChange>(),
  },
  (table) => [
    unique('sessions_id_user_id_unique').on(table.id, table.userId),
    // Whoever is deleted with everything takes both; one session alone stays while another begins from it.
    foreignKey({
      name: 'sessions_forked_from_fk',
      columns: [table.forkedFrom, table.userId],
      foreignColumns: [table.id, table.userId],
    }),
    index('sessions_forked_from_idx').on(table.forkedFrom, table.userId),
    index('sessions_user_id_idx').on(table.userId, table.id),
    index('sessions_created_at_idx').on(table.userId, table.createdAt),
    index('sessions_total_cost_idx').on(table.userId, table.totalCost),
    check('sessions_problem_check', sql`btrim(${table.problem}) <> ''`),
    check('sessions_status_check', isOneOf(table.status, statuses)),
    check('sessions_phase_check', isOneOf(table.phase, phases)),
    check('sessions_waits_for_check', isOneOf(table.waitsFor, waits)),
    check('sessions_reversibility_check', isOneOf(table.reversibility, reversibilities)),
    check('sessions_stop_reason_check', isOneOf(table.stopReason, stopReasons)),
    check('sessions_pause_check', isOneOf(table.pauseReason, pauseReasons)),
    check('sessions_paused_check', sql`(${table.status} = 'paused') = (${table.pauseReason} is not null)`),
    // NaN sorts above every number, so an upper bound is what refuses it.
    check('sessions_cap_check', sql`${table.capUsd} > 0 and ${table.capUsd} <= 1000`),
    check('sessions_total_cost_check', sql`${table.totalCost} >= 0 and ${table.totalCost} < 1000000`),
    check(
      'sessions_reserved_cost_check',
      sql`${table.reservedCost} >= 0 and ${table.reservedCost} < 1000000`,
    ),
    check('sessions_max_rounds_check', sql`${table.maxRounds} between 0 and 10`),
    check('sessions_round_check', sql`${table.roundNumber} between 0 and ${table.maxRounds} + 1`),
    check('sessions_seats_check', sql`${table.seatsWanted} between 3 and 7`),
    check('sessions_wait_check', sql`${table.answerWaitSeconds} between 0 and 86400`),
    check(
      'sessions_killed_check',
      sql`(${table.status} = 'killed') = (${table.killedAt} is not null and ${table.killedBy} is not null and ${table.killReason} is not null)`,
    ),
    check(
      'sessions_completed_check',
      sql`(${table.status} = 'completed') = (${table.completedAt} is not null)`,
    ),
    check(
      'sessions_fork_check',
      sql`num_nulls(${table.forkedFrom}, ${table.forkedRound}, ${table.forkChange}) in (0, 3)`,
    ),
    check(
      'sessions_forked_round_check',
      sql`${table.forkedRound} between 0 and ${table.maxRounds} + 1 and ${table.forkedFrom} <> ${table.id}`,
    ),
    ...ownedBy(table.userId),
  ],
);

export const sessionsGrants = grants(sessions, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'userId',
      'problem',
      'context',
      'constraints',
      'decideBy',
      'reversibility',
      'template',
      'maxRounds',
      'seatsWanted',
      'answerWaitSeconds',
      'capUsd',
      'seed',
      'forkedFrom',
      'forkedRound',
      'forkChange',
    ],
    update: [
      'status',
      'phase',
      'waitsFor',
      'roundNumber',
      'capUsd',
      'totalCost',
      'reservedCost',
      'totalTokens',
      'subQuestions',
      'outcome',
      'stopReason',
      'pauseReason',
      'failReason',
      'lastSeq',
      'run',
      'completedAt',
      'killedAt',
      'killedBy',
      'killReason',
      'archivedAt',
      'version',
    ],
    delete: true,
  },
});
