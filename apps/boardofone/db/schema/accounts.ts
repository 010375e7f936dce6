import { commonsOwner, grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, pgPolicy, timestamp, unique, varchar } from 'drizzle-orm/pg-core';
import { tierNames } from '../../deliberation/tiers.ts';
import { appSchema } from './app-schema.ts';

const isMailed = (userId: AnyPgColumn) => sql`${userId} = (select boardofone.mailed_person())`;

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
    // For the function that ends mails: the account of whoever has got the mail. It changes nothing else and moves it to nobody, so
    // that a check would have nothing to refuse.
    pgPolicy('select_mailed', { for: 'select', to: commonsOwner, using: isMailed(table.userId) }),
    pgPolicy('update_mailed', {
      for: 'update',
      to: commonsOwner,
      using: isMailed(table.userId),
      withCheck: sql`true`,
    }),
  ],
);

/** Nobody chooses their own tier: it stays at its default until an admin changes it. A subscription gives another one beside it. */
export const accountsGrants = grants(accounts, {
  authenticated: {
    select: true,
    insert: ['userId', 'consentAt', 'hasMails'],
    update: ['consentAt', 'hasMails'],
  },
});
