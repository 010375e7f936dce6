import { sql } from 'drizzle-orm';
import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { serviceAccess } from '../policies/service-access.ts';
import { identitySchema } from './identity-schema.ts';

/** Tokens that are waiting to be used once: password resets, e-mail confirmations, OAuth state. */
export const verifications = identitySchema.table(
  'verifications',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('verifications_identifier_idx').on(table.identifier),
    ...serviceAccess('select', 'insert', 'update', 'delete'),
  ],
);

/** Only the service login, through which sign-in runs, touches verifications. */
export const verificationsGrants = grants(verifications, {
  commons_service: {
    select: true,
    insert: ['id', 'identifier', 'value', 'expiresAt', 'createdAt', 'updatedAt'],
    update: ['value', 'expiresAt', 'updatedAt'],
    delete: true,
  },
});
