import { sql } from 'drizzle-orm';
import { index, jsonb, pgPolicy, pgTable, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { ownedBy } from '../policies/owned-by.ts';
import { commonsOwner } from '../policies/roles.ts';
import { users } from './users.ts';

/**
 * Who did what to which thing, written by `app.audit()` in the transaction that did it.
 * Nobody holds INSERT, UPDATE or DELETE on it; a person reads the rows about their own actions.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    app: varchar('app', { length: 50 }),
    action: varchar('action', { length: 100 }).notNull(),
    resourceType: varchar('resource_type', { length: 50 }).notNull(),
    resourceId: varchar('resource_id', { length: 255 }),
    details: jsonb('details').$type<Record<string, unknown>>(),
    ipAddress: varchar('ip_address', { length: 45 }),
    userAgent: varchar('user_agent', { length: 500 }),
    requestId: varchar('request_id', { length: 100 }),
    // Not now(): what one transaction did stands in the order in which it did it.
    timestamp: timestamp('timestamp', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    index('audit_log_user_id_idx').on(table.userId, table.timestamp, table.id),
    index('audit_log_timestamp_idx').on(table.timestamp),
    index('audit_log_resource_idx').on(table.resourceType, table.resourceId),
    ...ownedBy(table.userId, ['select']),
    // app.audit() runs as the owner, and row-level security is forced for the owner too.
    pgPolicy('insert_writer', { for: 'insert', to: commonsOwner, withCheck: sql`true` }),
  ],
);

/** Reading one's own trail is all that any request may do with it. */
export const auditLogGrants = grants(auditLog, { authenticated: { select: true } });
