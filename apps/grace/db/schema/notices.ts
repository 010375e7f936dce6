import { commonsService, grants, isOneOf, serviceAccess, users } from '@commons/shared-db';
import { type SQL, sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  type PgColumn,
  pgPolicy,
  smallint,
  timestamp,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { noticeKinds, noticeStatuses } from '../../notices/schemas.ts';
import { caregivers } from './caregivers.ts';
import { graceSchema } from './grace-schema.ts';
import { medications } from './medications.ts';
import { isHeld, isVisible, isWithin, rowPolicy } from './policies.ts';
import { profiles } from './profiles.ts';
import { safetyAlerts } from './safety-alerts.ts';
import { schedules } from './schedules.ts';

type Columns = Record<'userId' | 'profileId' | 'medicationId', PgColumn>;

const isToldTo = ({ userId, profileId, medicationId }: Columns): SQL =>
  sql`(${userId} = (select app.user_id()) and ${medicationId} is null and ${isVisible(profileId)})`;

const isAboutMedicine = ({ profileId, medicationId }: Columns): SQL =>
  sql`(${medicationId} is not null and ${isWithin(profileId, 'medications', 'view')})`;

/**
 * Something that one person is told at a certain time, about somebody in their care. It is planned before its time and looked at
 * again when it comes: by then the dose may be logged, or the grant over. It holds no text, so that what it says is what they may see.
 */
export const notices = graceSchema.table(
  'notices',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    profileId: uuid('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    /** Who is told. */
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: varchar('kind', { length: 20, enum: noticeKinds }).notNull(),
    /** What it is about and which step of it, in a word: the same is told to one person once. */
    key: varchar('key', { length: 120 }).notNull(),
    medicationId: uuid('medication_id'),
    /** The planned dose that it is about. */
    versionId: uuid('version_id'),
    localDate: date('local_date'),
    slot: varchar('slot', { length: 12 }),
    scheduledAt: timestamp('scheduled_at', { withTimezone: true }),
    /** 0 at the time of the dose, then one more each time that nobody has logged it. */
    step: smallint('step').notNull().default(0),
    /** The grant that ends. */
    caregiverId: uuid('caregiver_id'),
    /** What the person said in the companion. */
    alertId: uuid('alert_id'),
    /** The day of the person on which it runs out or ends. */
    onDay: date('on_day'),
    sendAt: timestamp('send_at', { withTimezone: true }).notNull(),
    status: varchar('status', { length: 10, enum: noticeStatuses }).notNull().default('waiting'),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    /** Devices that have got it, so that a job that runs again sends it to none of them twice. */
    pushedTo: uuid('pushed_to').array().notNull().default(sql`'{}'`),
    readAt: timestamp('read_at', { withTimezone: true }),
    /** They see to it, and nobody else is told about this dose. */
    acknowledgedAt: timestamp('acknowledged_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('notices_key_unique').on(table.profileId, table.userId, table.key),
    foreignKey({
      name: 'notices_medication_fk',
      columns: [table.medicationId, table.profileId],
      foreignColumns: [medications.id, medications.profileId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'notices_version_fk',
      columns: [table.versionId, table.profileId],
      foreignColumns: [schedules.id, schedules.profileId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'notices_caregiver_fk',
      columns: [table.caregiverId, table.profileId],
      foreignColumns: [caregivers.id, caregivers.profileId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'notices_alert_fk',
      columns: [table.alertId, table.profileId],
      foreignColumns: [safetyAlerts.id, safetyAlerts.profileId],
    }).onDelete('cascade'),
    index('notices_user_id_idx').on(table.userId, table.sendAt, table.id),
    index('notices_medication_id_idx').on(table.medicationId, table.profileId),
    index('notices_version_id_idx').on(table.versionId, table.profileId, table.localDate, table.slot),
    index('notices_caregiver_id_idx').on(table.caregiverId, table.profileId),
    index('notices_alert_id_idx').on(table.alertId, table.profileId),
    index('notices_status_idx').on(table.status, table.sendAt),
    index('notices_created_at_idx').on(table.createdAt),
    check('notices_kind_check', isOneOf(table.kind, noticeKinds)),
    check('notices_status_check', isOneOf(table.status, noticeStatuses)),
    check(
      'notices_dose_check',
      sql`num_nonnulls(${table.versionId}, ${table.localDate}, ${table.slot}, ${table.scheduledAt}) in (0, 4)`,
    ),
    // About medicines everybody who sees them, so that one sees whether somebody else has been told and sees to it.
    rowPolicy('select_told', 'select', sql`${isToldTo(table)} or ${isAboutMedicine(table)}`),
    // The job that plans runs as the holder, and tells only those who are around the person.
    rowPolicy(
      'insert_held',
      'insert',
      sql`${isHeld(table.profileId)} and ${table.userId} = any (array(select grace.people_around(${table.profileId})))`,
    ),
    rowPolicy(
      'update_mine',
      'update',
      sql`${isToldTo(table)} or (${table.userId} = (select app.user_id()) and ${isAboutMedicine(table)}) or ${isHeld(table.profileId)}`,
    ),
    // The minute's job learns whose notice is due, and the night's removes old ones. Neither reads what it is about.
    ...serviceAccess('select'),
    pgPolicy('delete_service', {
      for: 'delete',
      to: commonsService,
      using: sql`${table.createdAt} < now() - interval '90 days'`,
    }),
  ],
);

export const noticesGrants = grants(notices, {
  authenticated: {
    select: true,
    insert: [
      'id',
      'profileId',
      'userId',
      'kind',
      'key',
      'medicationId',
      'versionId',
      'localDate',
      'slot',
      'scheduledAt',
      'step',
      'caregiverId',
      'alertId',
      'onDay',
      'sendAt',
    ],
    update: ['status', 'sentAt', 'pushedTo', 'readAt', 'acknowledgedAt'],
  },
  commons_service: { select: ['id', 'userId', 'status', 'sendAt', 'createdAt'], delete: true },
});
