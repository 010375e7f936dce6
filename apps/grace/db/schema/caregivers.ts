import { commonsOwner, grants, isOneOf, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgPolicy,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { careLevels, careScopes } from '../../care/schemas.ts';
import { versioned } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { isHeld, isOwnOrHeld, isSomeOf, isVisible, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/**
 * Somebody's grant to take part in a person's care: how far, into what, and until when. It begins by accepting an invitation and
 * ends once; rows stay, so that what was recorded keeps its name. Everybody in a person's care sees who else is.
 */
export const caregivers = graceSchema.table(
  'caregivers',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** How they are named to the others. */
    name: varchar('name', { length: 120 }).notNull(),
    /** What they are to the person, such as "daughter". */
    relationship: varchar('relationship', { length: 60 }).notNull().default(''),
    level: varchar('level', { length: 10, enum: careLevels }).notNull(),
    scopes: text('scopes', { enum: careScopes }).array().notNull(),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull().defaultNow(),
    endsAt: timestamp('ends_at', { withTimezone: true }).notNull(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedBy: uuid('ended_by').references(() => users.id, { onDelete: 'set null' }),
    /** Whom to turn to first when a dose is missed; NULL for not at all. */
    escalationOrder: integer('escalation_order'),
    ...versioned(),
  },
  (table) => [
    unique('caregivers_id_profile_id_unique').on(table.id, table.profileId),
    // One grant that stands per person and caregiver.
    uniqueIndex('caregivers_standing_idx')
      .on(table.profileId, table.userId)
      .where(sql`${table.endedAt} is null`),
    index('caregivers_profile_id_idx').on(table.profileId, table.id),
    index('caregivers_user_id_idx').on(table.userId, table.profileId),
    index('caregivers_ended_by_idx').on(table.endedBy),
    check('caregivers_level_check', isOneOf(table.level, careLevels)),
    check('caregivers_scopes_check', isSomeOf(table.scopes, careScopes)),
    check('caregivers_ends_check', sql`${table.endsAt} > ${table.startsAt}`),
    check('caregivers_name_check', sql`btrim(${table.name}) <> ''`),
    rowPolicy('select_visible', 'select', isVisible(table.profileId)),
    rowPolicy('update_held', 'update', isHeld(table.profileId)),
    // For the functions that accept, change and end a grant, in the caller's context; they move none to another profile.
    pgPolicy('select_checked', {
      for: 'select',
      to: commonsOwner,
      using: isOwnOrHeld(table.userId, table.profileId),
    }),
    pgPolicy('insert_accepted', {
      for: 'insert',
      to: commonsOwner,
      withCheck: sql`${table.userId} = (select app.user_id())`,
    }),
    pgPolicy('update_recorded', {
      for: 'update',
      to: commonsOwner,
      using: isOwnOrHeld(table.userId, table.profileId),
      withCheck: sql`true`,
    }),
  ],
);

/** How far a grant goes and when it ends changes by functions alone, which record each change as a consent. */
export const caregiversGrants = grants(caregivers, {
  authenticated: {
    select: true,
    update: ['relationship', 'escalationOrder'],
  },
});
