import { grants, isOneOf, serviceAccess, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, index, primaryKey, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { hourCycles } from '../../notices/schemas.ts';
import { graceSchema } from './grace-schema.ts';
import { isHeld, isVisible, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';

/** What somebody wants to be told about one person. Without a row the holder hears of each dose, and caregivers of missed ones only. */
export const noticeSettings = graceSchema.table(
  'notice_settings',
  {
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** At the time of each dose. */
    wantsDoses: boolean('wants_doses').notNull(),
    /** By e-mail, at this time of the person's day; NULL for not at all. */
    digestTime: varchar('digest_time', { length: 5 }),
    /** How whoever reads it writes times, as the page where they asked for it does. */
    hourCycle: varchar('hour_cycle', { length: 3, enum: hourCycles }).notNull().default('h23'),
    /** When the next digest is due; worked out in the person's zone. */
    nextDigestAt: timestamp('next_digest_at', { withTimezone: true }),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'notice_settings_pkey', columns: [table.profileId, table.userId] }),
    index('notice_settings_user_id_idx').on(table.userId),
    index('notice_settings_next_digest_at_idx').on(table.nextDigestAt),
    check(
      'notice_settings_digest_check',
      sql`(${table.digestTime} is null) = (${table.nextDigestAt} is null)`,
    ),
    check('notice_settings_hour_cycle_check', isOneOf(table.hourCycle, hourCycles)),
    // The holder reads them as well: the job that plans runs as the holder.
    rowPolicy(
      'select_mine',
      'select',
      sql`(${table.userId} = (select app.user_id()) and ${isVisible(table.profileId)}) or ${isHeld(table.profileId)}`,
    ),
    rowPolicy(
      'insert_mine',
      'insert',
      sql`${table.userId} = (select app.user_id()) and ${isVisible(table.profileId)}`,
    ),
    rowPolicy(
      'update_mine',
      'update',
      sql`${table.userId} = (select app.user_id()) and ${isVisible(table.profileId)}`,
    ),
    // Whose digest is due, and when.
    ...serviceAccess('select'),
  ],
);

export const noticeSettingsGrants = grants(noticeSettings, {
  authenticated: {
    select: true,
    insert: ['profileId', 'userId', 'wantsDoses', 'digestTime', 'hourCycle', 'nextDigestAt'],
    update: ['wantsDoses', 'digestTime', 'hourCycle', 'nextDigestAt'],
  },
  commons_service: { select: ['profileId', 'userId', 'nextDigestAt'] },
});
