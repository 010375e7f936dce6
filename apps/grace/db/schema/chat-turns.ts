import { grants, isOneOf } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { speakers, turnKinds, turnStatuses } from '../../companion/schemas.ts';
import { graceSchema } from './grace-schema.ts';
import { importPolicy, isHeld, isOpened, rowPolicy } from './policies.ts';
import { sessions } from './sessions.ts';

/** What was said, in order. A turn of the companion is written piece by piece, and only what is stored is shown. */
export const chatTurns = graceSchema.table(
  'chat_turns',
  {
    /** Chosen by the sender, so that saying the same thing again adds nothing. */
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    position: integer('position').notNull(),
    role: varchar('role', { length: 10, enum: speakers }).notNull(),
    kind: varchar('kind', { length: 10, enum: turnKinds }).notNull().default('talk'),
    content: text('content').notNull().default(''),
    /** Two answers to choose from, or none. */
    choices: text('choices').array().notNull().default(sql`'{}'`),
    status: varchar('status', { length: 12, enum: turnStatuses }).notNull(),
    /** While it is being written: when its writer counts as gone. */
    leaseExpiresAt: timestamp('lease_expires_at', { withTimezone: true }),
    errorCode: varchar('error_code', { length: 50 }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    foreignKey({
      name: 'chat_turns_session_fk',
      columns: [table.sessionId, table.profileId],
      foreignColumns: [sessions.id, sessions.profileId],
    }).onDelete('cascade'),
    unique('chat_turns_id_profile_id_unique').on(table.id, table.profileId),
    unique('chat_turns_position_unique').on(table.sessionId, table.profileId, table.position),
    index('chat_turns_profile_id_idx').on(table.profileId, table.createdAt),
    index('chat_turns_streaming_idx').on(table.profileId).where(sql`${table.status} = 'streaming'`),
    check('chat_turns_role_check', isOneOf(table.role, speakers)),
    check('chat_turns_kind_check', isOneOf(table.kind, turnKinds)),
    check('chat_turns_status_check', isOneOf(table.status, turnStatuses)),
    check('chat_turns_choices_check', sql`cardinality(${table.choices}) in (0, 2)`),
    check(
      'chat_turns_lease_check',
      sql`(${table.status} = 'streaming') = (${table.leaseExpiresAt} is not null)`,
    ),
    check('chat_turns_error_check', sql`(${table.status} = 'error') = (${table.errorCode} is not null)`),
    rowPolicy('select_opened', 'select', isOpened(table.profileId, 'chat_transcripts')),
    rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    importPolicy(table.profileId),
  ],
);

export const chatTurnsGrants = grants(chatTurns, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'profileId',
      'sessionId',
      'position',
      'role',
      'kind',
      'content',
      'choices',
      'status',
      'leaseExpiresAt',
    ],
    update: ['content', 'choices', 'status', 'leaseExpiresAt', 'errorCode'],
  },
});
