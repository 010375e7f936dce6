import { authenticated, type Command, commonsOwner } from '@commons/shared-db';
import { type SQL, sql } from 'drizzle-orm';
import { type PgColumn, type PgPolicy, pgPolicy } from 'drizzle-orm/pg-core';
import type { CareLevel, CareScope, LoggedResource } from '../../care/schemas.ts';

const oneOf = (column: PgColumn, helper: SQL): SQL => sql`${column} = any (array(select ${helper}))`;

/** The row's profile is held by the caller: their own, or that of a person they answer for. */
export const isHeld = (profileId: PgColumn): SQL => oneOf(profileId, sql`grace.held_profiles()`);

/** The row is about the caller, or about a profile that they hold. */
export const isOwnOrHeld = (userId: PgColumn, profileId: PgColumn): SQL =>
  sql`${userId} = (select app.user_id()) or ${isHeld(profileId)}`;

/** The caller holds the row's profile, or a grant that stands lets them into some part of it. */
export const isVisible = (profileId: PgColumn): SQL => oneOf(profileId, sql`grace.visible_profiles()`);

/** The caller holds the row's profile, or a grant that stands has this scope and reaches this level. */
export const isWithin = (profileId: PgColumn, scope: CareScope, level: CareLevel): SQL =>
  oneOf(profileId, sql`grace.profiles_within(${literal(scope)}, ${literal(level)})`);

/** The caller holds the row's profile, or a grant that stands reaches this level, whatever its scopes. */
export const isAtLevel = (profileId: PgColumn, level: CareLevel): SQL =>
  oneOf(profileId, sql`grace.profiles_at(${literal(level)})`);

/** The caller holds the row's profile, or has announced this reading in the access log, in this very transaction. */
export const isOpened = (profileId: PgColumn, resource: LoggedResource): SQL =>
  oneOf(profileId, sql`grace.opened_profiles(${literal(resource)})`);

/**
 * One policy per command: the person who holds the profile, and caregivers whose grant has the scope and reaches the level.
 *
 * @example
 * ...scopedRows(table.profileId, 'medications', { select: 'view', insert: 'manage', update: 'manage' })
 */
export function scopedRows(
  profileId: PgColumn,
  scope: CareScope,
  levels: Partial<Record<Command, CareLevel>>,
): PgPolicy[] {
  return Object.entries(levels).map(([command, level]) =>
    rowPolicy(`${command as Command}_${level}`, command as Command, isWithin(profileId, scope, level)),
  );
}

/** The row is part of the emergency card that a function of the database is composing, whoever may not see the rest of the record. */
export function cardPolicy(profileId: PgColumn): PgPolicy {
  return pgPolicy('select_card', { for: 'select', to: commonsOwner, using: isInHand(profileId) });
}

/** The row belongs to the record that a function of the database is bringing in, into a profile that it has just made for the caller. */
export function importPolicy(profileId: PgColumn): PgPolicy {
  return pgPolicy('insert_import', { for: 'insert', to: commonsOwner, withCheck: isBroughtIn(profileId) });
}

export const isBroughtIn = (profileId: PgColumn): SQL => sql`${profileId} = (select grace.import_in_hand())`;

export const isInHand = (profileId: PgColumn): SQL => sql`${profileId} = (select grace.card_in_hand())`;

/** A policy for signed-in people whose condition holds before and after. */
export function rowPolicy(name: `${Command}_${string}`, command: Command, condition: SQL): PgPolicy {
  return pgPolicy(name, {
    for: command,
    to: authenticated,
    ...(command === 'insert' ? {} : { using: condition }),
    ...(command === 'insert' || command === 'update' ? { withCheck: condition } : {}),
  });
}

/** The column holds one or several of the words, and no other: for checks. */
export const isSomeOf = (column: PgColumn, words: readonly string[]): SQL =>
  sql`${column} <@ array[${sql.join(words.map(literal), sql.raw(', '))}] and cardinality(${column}) > 0`;

// Neither a policy nor a check takes parameters; these words come from lists in the code.
const literal = (word: string): SQL => sql.raw(`'${word}'`);
