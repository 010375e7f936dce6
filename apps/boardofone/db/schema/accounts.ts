import { grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { boolean, check, timestamp, unique, varchar } from 'drizzle-orm/pg-core';
import { tierNames } from '../../deliberation/tiers.ts';
import { appSchema } from './app-schema.ts';

/** What the board knows of a person beside `users`: their tier, and that they agreed to what models are given to read. */
export const accounts = appSchema.table(
  'accounts',
  {
    ...ownedColumns(),
    tier: varchar('tier', { length: 12, enum: tierNames }).notNull().default('free'),
    /** Whether the board writes mails to this person. */
    hasMails: boolean('has_mails').notNull().default(true),
    consentAt: timestamp('consent_at', { withTimezone: true }),
  },
  (table) => [
    unique('accounts_user_id_unique').on(table.userId),
    check('accounts_tier_check', isOneOf(table.tier, tierNames)),
    ...ownedBy(table.userId, ['select', 'insert', 'update']),
  ],
);

/** Nobody chooses their own tier: it stays at its default until a payment or an admin changes it. */
export const accountsGrants = grants(accounts, {
  authenticated: {
    select: true,
    insert: ['userId', 'consentAt', 'hasMails'],
    update: ['consentAt', 'hasMails'],
  },
});
