import { grants, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { check, index, text, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { graceSchema } from './grace-schema.ts';

/** A browser that somebody lets GRACE send messages to. */
export const pushDevices = graceSchema.table(
  'push_devices',
  {
    ...ownedColumns(),
    /** Address at the browser's push service; whoever knows it and the two keys can send there. */
    endpoint: text('endpoint').notNull(),
    p256dh: varchar('p256dh', { length: 100 }).notNull(),
    auth: varchar('auth', { length: 40 }).notNull(),
    /** The session in which the browser was added or last seen: nothing is sent to it once that one has ended. */
    sessionId: uuid('session_id'),
    /** Such as "Chrome on Android". */
    name: varchar('name', { length: 80 }).notNull(),
    /** When a message last got through. */
    reachedAt: timestamp('reached_at', { withTimezone: true }),
  },
  (table) => [
    unique('push_devices_endpoint_unique').on(table.userId, table.endpoint),
    index('push_devices_user_id_idx').on(table.userId),
    check(
      'push_devices_endpoint_check',
      sql`${table.endpoint} like 'https://%' and length(${table.endpoint}) <= 1000`,
    ),
    ...ownedBy(table.userId),
  ],
);

export const pushDevicesGrants = grants(pushDevices, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'endpoint', 'p256dh', 'auth', 'sessionId', 'name'],
    update: ['p256dh', 'auth', 'sessionId', 'name', 'reachedAt'],
    delete: true,
  },
});
