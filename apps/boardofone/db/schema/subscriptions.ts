import { grants, isOneOf, ownedBy, serviceAccess, users } from '@commons/shared-db';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, timestamp, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { subscriptionStates } from '../../deliberation/subscription-states.ts';
import { tierNames } from '../../deliberation/tiers.ts';
import { appSchema } from './app-schema.ts';

/**
 * What somebody pays for, as the provider of payments said last. Only its word writes here; the person reads. It stays when its person
 * leaves, without their name, until it is cancelled with the provider.
 */
export const subscriptions = appSchema.table(
  'subscriptions',
  {
    id: uuid('id').primaryKey().default(sql`app.uuid_v7()`),
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
    /** The provider's own names for the subscription and for whoever pays it. */
    providerId: varchar('provider_id', { length: 255 }).notNull(),
    customerId: varchar('customer_id', { length: 255 }).notNull(),
    tier: varchar('tier', { length: 12, enum: tierNames }).notNull(),
    state: varchar('state', { length: 12, enum: subscriptionStates }).notNull(),
    periodEndsAt: timestamp('period_ends_at', { withTimezone: true }),
    /** Whether it ends with this period instead of going on. */
    isEnding: boolean('is_ending').notNull().default(false),
    /** Counts what the provider was asked, so that an older answer never overtakes a newer one. */
    version: integer('version').notNull().default(1),
  },
  (table) => [
    unique('subscriptions_provider_id_unique').on(table.providerId),
    index('subscriptions_user_id_idx').on(table.userId),
    index('subscriptions_customer_id_idx').on(table.customerId),
    check('subscriptions_tier_check', isOneOf(table.tier, tierNames)),
    check('subscriptions_state_check', isOneOf(table.state, subscriptionStates)),
    ...ownedBy(table.userId, ['select']),
    ...serviceAccess('select', 'insert', 'update', 'delete'),
  ],
);

/** A subscription never passes to another person. */
export const subscriptionsGrants = grants(subscriptions, {
  authenticated: { select: true },
  commons_service: {
    select: true,
    insert: ['userId', 'providerId', 'customerId', 'tier', 'state', 'periodEndsAt', 'isEnding'],
    update: ['tier', 'state', 'periodEndsAt', 'isEnding', 'version'],
    delete: true,
  },
});
