import { commonsOwner, grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, pgPolicy, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { authorityBases, careLevels, careScopes, consentEvents } from '../../care/schemas.ts';
import { graceSchema } from './grace-schema.ts';
import { isOwnOrHeld, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * What was agreed about a grant, and each later change of it: the exact text, on whose authority, and what held from then on. Written
 * by the functions that make the change, in its transaction; both sides read it, also after the grant has ended.
 */
export const consents = graceSchema.table(
  'consents',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** The row of caregivers. No foreign key: this outlives it. */
    grantId: uuid('grant_id').notNull(),
    event: varchar('event', { length: 10, enum: consentEvents }).notNull(),
    /** Whom the grant lets in, and who accepted it. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    name: varchar('name', { length: 120 }).notNull(),
    /** Who held the profile then, and on what authority. */
    grantedBy: uuid('granted_by').references(() => users.id, { onDelete: 'set null' }),
    grantedByName: varchar('granted_by_name', { length: 120 }).notNull(),
    basis: varchar('basis', { length: 20, enum: authorityBases }).notNull(),
    personName: varchar('person_name', { length: 120 }).notNull(),
    level: varchar('level', { length: 10, enum: careLevels }).notNull(),
    scopes: text('scopes', { enum: careScopes }).array().notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    textVersion: varchar('text_version', { length: 20 }).notNull(),
    text: text('text').notNull(),
    /** SHA-256 of the text, in hex. */
    textHash: varchar('text_hash', { length: 64 }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('consents_profile_id_idx').on(table.profileId, table.id),
    index('consents_user_id_idx').on(table.userId, table.id),
    index('consents_granted_by_idx').on(table.grantedBy),
    check('consents_event_check', isOneOf(table.event, consentEvents)),
    check('consents_text_check', sql`length(${table.text}) between 1 and 8000`),
    check(
      'consents_hash_check',
      sql`${table.textHash} = encode(sha256(convert_to(${table.text}, 'UTF8')), 'hex')`,
    ),
    rowPolicy('select_party', 'select', isOwnOrHeld(table.userId, table.profileId)),
    pgPolicy('select_recorded', {
      for: 'select',
      to: commonsOwner,
      using: isOwnOrHeld(table.userId, table.profileId),
    }),
    pgPolicy('insert_recorded', {
      for: 'insert',
      to: commonsOwner,
      withCheck: isOwnOrHeld(table.userId, table.profileId),
    }),
  ],
);

export const consentsGrants = grants(consents, { authenticated: { select: true } });
