import { sql } from 'drizzle-orm';
import { index, pgPolicy, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { currentUserId } from '../policies/current-user-id.ts';
import { grants } from '../policies/grants.ts';
import { commonsOwner } from '../policies/roles.ts';
import { serviceAccess } from '../policies/service-access.ts';
import { users } from '../schema/users.ts';
import { identitySchema } from './identity-schema.ts';

/** One row per signed-in device; deleting it signs the device out. */
export const sessions = identitySchema.table(
  'sessions',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('sessions_user_id_idx').on(table.userId),
    ...serviceAccess('select', 'insert', 'update', 'delete'),
    // app.open_session() looks here as the owner, whom row-level security binds as well.
    pgPolicy('select_checked', {
      for: 'select',
      to: commonsOwner,
      using: sql`${table.userId} = ${currentUserId()}`,
    }),
  ],
);

/** Only the service login, through which sign-in runs, touches sessions. */
export const sessionsGrants = grants(sessions, {
  commons_service: {
    select: true,
    insert: ['id', 'userId', 'token', 'expiresAt', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt'],
    update: ['token', 'expiresAt', 'ipAddress', 'userAgent', 'updatedAt'],
    delete: true,
  },
});
