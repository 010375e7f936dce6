import { sql } from 'drizzle-orm';
import { index, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { grants } from '../policies/grants.ts';
import { serviceAccess } from '../policies/service-access.ts';
import { users } from '../schema/users.ts';
import { identitySchema } from './identity-schema.ts';

/** One way to sign in: a password hash or an account at a provider. */
export const accounts = identitySchema.table(
  'accounts',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    providerId: text('provider_id').notNull(),
    accountId: text('account_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: timestamp('access_token_expires_at', { withTimezone: true }),
    refreshTokenExpiresAt: timestamp('refresh_token_expires_at', { withTimezone: true }),
    scope: text('scope'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('accounts_user_id_idx').on(table.userId),
    unique('accounts_provider_account_unique').on(table.providerId, table.accountId),
    ...serviceAccess('select', 'insert', 'update', 'delete'),
  ],
);

/** Only the service login, through which sign-in runs, touches accounts. */
export const accountsGrants = grants(accounts, {
  commons_service: {
    select: true,
    insert: [
      'id',
      'userId',
      'providerId',
      'accountId',
      'password',
      'accessToken',
      'refreshToken',
      'idToken',
      'accessTokenExpiresAt',
      'refreshTokenExpiresAt',
      'scope',
      'createdAt',
      'updatedAt',
    ],
    update: [
      'password',
      'accessToken',
      'refreshToken',
      'idToken',
      'accessTokenExpiresAt',
      'refreshTokenExpiresAt',
      'scope',
      'updatedAt',
    ],
    delete: true,
  },
});
