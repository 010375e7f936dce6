import { grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  numeric,
  smallint,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { callPurposes, callStatuses } from '../../deliberation/call.ts';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';
import { seats } from './seats.ts';

/** A call of a model: what it may cost is set aside before it is made, and settled with what it produced. */
export const calls = appSchema.table(
  'calls',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    /** The step that it belongs to: there is one call for each, however often it is tried. */
    step: varchar('step', { length: 100 }).notNull(),
    purpose: varchar('purpose', { length: 20, enum: callPurposes }).notNull(),
    seatId: uuid('seat_id'),
    roundNumber: smallint('round_number').notNull(),
    status: varchar('status', { length: 10, enum: callStatuses }).notNull().default('reserved'),
    /** The run of the session that it was made in last: another run may try again what failed. */
    run: integer('run').notNull().default(1),
    attempts: smallint('attempts').notNull().default(1),
    reservedCost: numeric('reserved_cost', { precision: 14, scale: 8 }).notNull(),
    cost: numeric('cost', { precision: 14, scale: 8 }).notNull().default('0'),
    /** Why it failed, in the vocabulary of models. */
    errorCode: varchar('error_code', { length: 40 }),
    inputTokens: integer('input_tokens'),
    outputTokens: integer('output_tokens'),
    provider: varchar('provider', { length: 60 }),
    model: varchar('model', { length: 200 }),
    /** SHA-256 of the whole prompt, in hexadecimal. */
    promptHash: varchar('prompt_hash', { length: 64 }).notNull(),
    /** The seats whose words it was shown, in the order of their labels. */
    speakerOrder: uuid('speaker_order').array().notNull().default(sql`'{}'`),
  },
  (table) => [
    inSession('calls', table),
    foreignKey({
      name: 'calls_seat_fk',
      columns: [table.seatId, table.sessionId],
      foreignColumns: [seats.id, seats.sessionId],
    }).onDelete('cascade'),
    unique('calls_step_unique').on(table.userId, table.sessionId, table.step),
    unique('calls_id_session_id_unique').on(table.id, table.sessionId),
    index('calls_user_id_created_at_idx').on(table.userId, table.createdAt),
    index('calls_seat_id_idx').on(table.seatId, table.sessionId),
    check('calls_status_check', isOneOf(table.status, callStatuses)),
    check('calls_purpose_check', isOneOf(table.purpose, callPurposes)),
    check('calls_cost_check', sql`${table.cost} >= 0 and ${table.cost} < 1000000`),
    check('calls_reserved_cost_check', sql`${table.reservedCost} >= 0 and ${table.reservedCost} < 1000000`),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
  ],
);

export const callsGrants = grants(calls, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'userId',
      'sessionId',
      'step',
      'purpose',
      'seatId',
      'roundNumber',
      'run',
      'reservedCost',
      'promptHash',
      'speakerOrder',
    ],
    update: [
      'status',
      'run',
      'attempts',
      'reservedCost',
      'cost',
      'errorCode',
      'inputTokens',
      'outputTokens',
      'provider',
      'model',
      'promptHash',
      'speakerOrder',
    ],
  },
});
