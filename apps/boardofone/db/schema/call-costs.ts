import { sql } from 'drizzle-orm';
import { numeric, smallint, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { calls } from './calls.ts';
import { seats } from './seats.ts';

/**
 * Calls that have cost something or are done, with what costs are added up by. Whoever asks sees their own. Its other columns are those
 * that a call cannot be without, so that tests can put rows into it.
 */
export const callCosts = appSchema
  .view('call_costs', {
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    step: varchar('step').notNull(),
    purpose: varchar('purpose').notNull(),
    roundNumber: smallint('round_number').notNull(),
    seatId: uuid('seat_id'),
    status: varchar('status').notNull(),
    model: varchar('model'),
    reservedCost: numeric('reserved_cost').notNull(),
    cost: numeric('cost').notNull(),
    promptHash: varchar('prompt_hash').notNull(),
    /** When the call was begun: it stays, however often the call is tried again. */
    madeAt: timestamp('made_at', { withTimezone: true }).notNull(),
    phase: varchar('phase').notNull(),
    /** Whose words it asked for; nobody's where the board itself was asked. */
    personaCode: varchar('persona_code'),
    personaName: varchar('persona_name'),
  })
  .with({ securityInvoker: true })
  .as(sql`
    select call.id, call.user_id, call.session_id, call.step, call.purpose, call.round_number, call.seat_id, call.status, call.model,
      call.reserved_cost, call.cost, call.prompt_hash, call.created_at as made_at,
      case
        when call.purpose = 'decomposition' then 'problem_decomposition'
        when call.purpose = 'position' and call.round_number = 1 then 'initial_round'
        when call.purpose = 'position' then 'deliberation'
        when call.purpose = 'vote' then 'voting'
        when call.purpose in ('baseline', 'memo') then 'synthesis'
        else call.purpose
      end as phase,
      (select seat.persona_code from ${seats} as seat where seat.id = call.seat_id) as persona_code,
      (select seat.name from ${seats} as seat where seat.id = call.seat_id) as persona_name
    from ${calls} as call
    where call.status in ('settled', 'failed') or call.cost > 0`);
