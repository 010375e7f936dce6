import { grants, isOneOf, ownedBy, ownedColumns } from '@commons/shared-db';
import { check, timestamp, unique, varchar } from 'drizzle-orm/pg-core';
import { tierNames } from '../../deliberation/tiers.ts';
import { appSchema } from './app-schema.ts';

/**
 * The one checkout that a person has open with the provider of payments. It gives nothing; it is there so that a second click, another
 * tab or a lost answer leads back to the same one.
 */
export const checkouts = appSchema.table(
  'checkouts',
  {
    ...ownedColumns(),
    tier: varchar('tier', { length: 12, enum: tierNames }).notNull(),
    /** Null until the provider has answered. */
    providerId: varchar('provider_id', { length: 255 }),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [
    unique('checkouts_user_id_unique').on(table.userId),
    check('checkouts_tier_check', isOneOf(table.tier, tierNames)),
    ...ownedBy(table.userId),
  ],
);

export const checkoutsGrants = grants(checkouts, {
  authenticated: {
    select: true,
    insert: ['id', 'userId', 'tier', 'expiresAt'],
    update: ['providerId'],
    delete: true,
  },
});
