import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  numeric,
  smallint,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { appSchema } from './app-schema.ts';
import { inSession } from './in-session.ts';
import { ownPersonaVersions } from './own-personas.ts';

/** A persona on the panel of a session, worded as it was when the panel was formed. */
export const seats = appSchema.table(
  'seats',
  {
    ...ownedColumns(),
    sessionId: uuid('session_id').notNull(),
    position: smallint('position').notNull(),
    personaCode: varchar('persona_code', { length: 50 }).notNull(),
    personaVersion: integer('persona_version').notNull(),
    /** Where the code is that of somebody's own voice: whoever sits here has to be the owner's. */
    ownPersonaId: uuid('own_persona_id').generatedAlwaysAs(
      sql`case when left(persona_code, 5) = 'mine_' then substr(persona_code, 6)::uuid end`,
    ),
    name: varchar('name', { length: 255 }).notNull(),
    job: varchar('job', { length: 200 }).notNull(),
    isAdversarial: boolean('is_adversarial').notNull(),
    systemPrompt: text('system_prompt').notNull(),
    /** What the seat counts; fixed before the first round. */
    baseWeight: numeric('base_weight', { precision: 4, scale: 2 }).notNull().default('1'),
    reason: text('reason').notNull(),
    /** Another model of the provider than the usual one. */
    model: varchar('model', { length: 200 }),
  },
  (table) => [
    inSession('seats', table),
    foreignKey({
      name: 'seats_own_persona_fk',
      columns: [table.userId, table.ownPersonaId, table.personaVersion],
      foreignColumns: [ownPersonaVersions.userId, ownPersonaVersions.personaId, ownPersonaVersions.version],
    }),
    index('seats_own_persona_idx').on(table.userId, table.ownPersonaId, table.personaVersion),
    unique('seats_position_unique').on(table.userId, table.sessionId, table.position),
    unique('seats_persona_unique').on(table.userId, table.sessionId, table.personaCode),
    unique('seats_id_session_id_unique').on(table.id, table.sessionId),
    check('seats_position_check', sql`${table.position} between 1 and 7`),
    check('seats_base_weight_check', sql`${table.baseWeight} > 0 and ${table.baseWeight} <= 3`),
    ...ownedBy(table.userId, ['select', 'insert', 'delete']),
  ],
);

export const seatsGrants = grants(seats, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'userId',
      'sessionId',
      'position',
      'personaCode',
      'personaVersion',
      'name',
      'job',
      'isAdversarial',
      'systemPrompt',
      'baseWeight',
      'reason',
      'model',
    ],
    delete: true,
  },
});
