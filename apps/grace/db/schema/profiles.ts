import { commonsOwner, grants, isOneOf, serviceAccess, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  jsonb,
  pgPolicy,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { authorityBases } from '../../care/schemas.ts';
import type { DayMove } from '../../travel/schemas.ts';
import { versioned } from './columns.ts';
import { graceSchema } from './grace-schema.ts';
import { isBroughtIn, isInHand, isVisible, rowPolicy } from './policies.ts';

/**
 * A person who is cared for. `userId` holds the profile: the person, or whoever answers for one who has no account, and on what
 * authority. Everything else hangs under it and carries its id.
 */
export const profiles = graceSchema.table(
  'profiles',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    basis: varchar('basis', { length: 20, enum: authorityBases }).notNull(),
    /** How the holder is named to the others, where it is not the person. */
    holderName: varchar('holder_name', { length: 120 }).notNull(),
    fullName: varchar('full_name', { length: 120 }).notNull(),
    /** What the person likes to be called. */
    preferredName: varchar('preferred_name', { length: 60 }).notNull(),
    /** A small picture as a data URL, made small in the browser. */
    photo: text('photo'),
    /** IANA name. The person's day is a day of this zone. */
    timeZone: varchar('time_zone', { length: 60 }).notNull(),
    /** Other zones that the person's day goes over to, in the order in which it does; the holder's job makes it so. */
    zoneMoves: jsonb('zone_moves').$type<DayMove[]>().notNull().default([]),
    /** Whether notices hide the names of medicines from whoever looks at a locked screen. */
    isDiscreet: boolean('is_discreet').notNull().default(true),
    /** Shorter words, one thing at a time. */
    isPlain: boolean('is_plain').notNull().default(false),
    /** When it was brought in from a file; no request writes it. */
    importedAt: timestamp('imported_at', { withTimezone: true }),
    ...versioned(),
  },
  (table) => [
    index('profiles_user_id_idx').on(table.userId, table.id),
    uniqueIndex('profiles_self_idx').on(table.userId).where(sql`${table.basis} = 'self'`),
    check('profiles_basis_check', isOneOf(table.basis, authorityBases)),
    check(
      'profiles_names_check',
      sql`btrim(${table.fullName}) <> '' and btrim(${table.preferredName}) <> '' and btrim(${table.holderName}) <> ''`,
    ),
    check(
      'profiles_photo_check',
      sql`length(${table.photo}) <= 100000 and ${table.photo} like 'data:image/%'`,
    ),
    check('profiles_zone_moves_check', sql`jsonb_array_length(${table.zoneMoves}) <= 12`),
    // Both halves use an index. The first also shows a row to the statement that adds it.
    rowPolicy(
      'select_visible',
      'select',
      sql`${table.userId} = (select app.user_id()) or ${isVisible(table.id)}`,
    ),
    rowPolicy('insert_held', 'insert', sql`${table.userId} = (select app.user_id())`),
    rowPolicy('update_held', 'update', sql`${table.userId} = (select app.user_id())`),
    // The jobs that plan notices run as the holder of each profile; this is how they learn who that is.
    ...serviceAccess('select'),
    // What the functions of the access rules read, in the caller's context.
    pgPolicy('select_checked', {
      for: 'select',
      to: commonsOwner,
      using: sql`${table.userId} = (select app.user_id()) or ${isInHand(table.id)}`,
    }),
    pgPolicy('insert_import', {
      for: 'insert',
      to: commonsOwner,
      withCheck: sql`${table.userId} = (select app.user_id()) and ${isBroughtIn(table.id)}`,
    }),
  ],
);

const contentColumns = [
  'holderName',
  'fullName',
  'preferredName',
  'photo',
  'timeZone',
  'zoneMoves',
  'isDiscreet',
  'isPlain',
] as const;

export const profilesGrants = grants(profiles, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'basis', ...contentColumns],
    update: [...contentColumns, 'version'],
  },
  commons_service: { select: ['id', 'userId'] },
});
