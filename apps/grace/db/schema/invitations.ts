import { commonsOwner, grants, isOneOf } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgPolicy,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { authorityBases, careLevels, careScopes } from '../../care/schemas.ts';
import { caregivers } from './caregivers.ts';
import { graceSchema } from './grace-schema.ts';
import { isHeld, isSomeOf, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * An invitation to take part in a person's care: to one e-mail address, with everything that the grant will say and the text that
 * both sides agree to. Of its secret only the hash is here. It ends once, by whatever comes first, and then stays as it is.
 */
export const invitations = graceSchema.table(
  'invitations',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** In lower case. Only an account with this address can accept. */
    email: varchar('email', { length: 255 }).notNull(),
    name: varchar('name', { length: 120 }).notNull(),
    relationship: varchar('relationship', { length: 60 }).notNull().default(''),
    level: varchar('level', { length: 10, enum: careLevels }).notNull(),
    scopes: text('scopes', { enum: careScopes }).array().notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    /** SHA-256 of the secret in the link, in hex. */
    tokenHash: varchar('token_hash', { length: 64 }).notNull(),
    consentVersion: varchar('consent_version', { length: 20 }).notNull(),
    consentText: text('consent_text').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    // The trigger state_inviter copies these from the profile, whatever was given: the invited cannot read it yet.
    grantedBy: uuid('granted_by').notNull().default(sql`app.user_id()`),
    grantedByName: varchar('granted_by_name', { length: 120 }).notNull().default(''),
    basis: varchar('basis', { length: 20, enum: authorityBases }).notNull().default('self'),
    personName: varchar('person_name', { length: 120 }).notNull().default(''),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    declinedAt: timestamp('declined_at', { withTimezone: true }),
    cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
    /** The grant that came of it. */
    caregiverId: uuid('caregiver_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => {
    const isPending = sql`${table.acceptedAt} is null and ${table.declinedAt} is null and ${table.cancelledAt} is null`;
    const isInvitedOrHeld = sql`${table.email} = (select app.user_email()) or ${isHeld(table.profileId)}`;
    return [
      foreignKey({
        name: 'invitations_caregiver_fk',
        columns: [table.caregiverId, table.profileId],
        foreignColumns: [caregivers.id, caregivers.profileId],
      }).onDelete('cascade'),
      uniqueIndex('invitations_pending_idx').on(table.profileId, table.email).where(isPending),
      index('invitations_profile_id_idx').on(table.profileId, table.id),
      index('invitations_email_idx').on(table.email),
      index('invitations_caregiver_id_idx').on(table.caregiverId, table.profileId),
      check('invitations_email_check', sql`${table.email} = lower(${table.email})`),
      check('invitations_token_check', sql`${table.tokenHash} ~ '^[0-9a-f]{64}$'`),
      check('invitations_name_check', sql`btrim(${table.name}) <> ''`),
      check('invitations_level_check', isOneOf(table.level, careLevels)),
      check('invitations_scopes_check', isSomeOf(table.scopes, careScopes)),
      check('invitations_ends_check', sql`${table.endsAt} > ${table.expiresAt}`),
      check('invitations_consent_check', sql`length(${table.consentText}) between 1 and 8000`),
      rowPolicy('select_held', 'select', isHeld(table.profileId)),
      rowPolicy('insert_held', 'insert', isHeld(table.profileId)),
      rowPolicy('update_held', 'update', isHeld(table.profileId)),
      // For the functions of the invited, and the one that ends a grant; they move no row to another profile.
      pgPolicy('select_invited', { for: 'select', to: commonsOwner, using: isInvitedOrHeld }),
      pgPolicy('update_invited', {
        for: 'update',
        to: commonsOwner,
        using: isInvitedOrHeld,
        withCheck: sql`true`,
      }),
    ];
  },
);

export const invitationsGrants = grants(invitations, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'profileId',
      'email',
      'name',
      'relationship',
      'level',
      'scopes',
      'endsAt',
      'tokenHash',
      'consentVersion',
      'consentText',
      'expiresAt',
    ],
    update: ['cancelledAt'],
  },
});
