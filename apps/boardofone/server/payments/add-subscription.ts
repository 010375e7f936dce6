import { type Tx, users } from '@commons/shared-db';
import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { auditSubscription } from './audit-subscription.ts';
import type { Keeper, SubscriptionChange } from './keep-subscription.ts';
import type { ProvidedSubscription } from './payments.ts';

const unknown: SubscriptionChange = { outcome: 'unknown', userId: null };

/**
 * Keeps a subscription that is heard of for the first time. One that was paid after its person left is kept without them, for
 * the job that cancels such; what was not bought on this site is left alone.
 */
export async function addSubscription(
  tx: Tx,
  keeper: Keeper,
  provided: ProvidedSubscription | undefined,
): Promise<SubscriptionChange> {
  const named = z.uuid().safeParse(provided?.userId).data;
  if (!provided?.tier || !named) return unknown;
  const userId = (await isThere(tx, named)) ? named : null;
  if (!userId && provided.state === 'ended') return unknown;
  const { id: providerId, customerId, tier, state, periodEndsAt, isEnding } = provided;
  if (userId && (await isCustomerOfAnother(tx, customerId, userId))) {
    keeper.log.warn({}, 'a subscription names another person than its customer; it is left alone');
    return unknown;
  }
  const [added] = await tx
    .insert(subscriptions)
    .values({ userId, providerId, customerId, tier, state, periodEndsAt, isEnding })
    .onConflictDoNothing({ target: subscriptions.providerId })
    .returning({ id: subscriptions.id });
  if (!added) return 'overtaken';
  if (userId) await auditSubscription(tx, keeper, userId, { id: added.id, tier, state, isEnding });
  return { outcome: 'kept', userId };
}

async function isThere(tx: Tx, userId: string): Promise<boolean> {
  const found = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  return found.length > 0;
}

async function isCustomerOfAnother(tx: Tx, customerId: string, userId: string): Promise<boolean> {
  const others = and(
    eq(subscriptions.customerId, customerId),
    isNotNull(subscriptions.userId),
    ne(subscriptions.userId, userId),
  );
  const found = await tx.select({ id: subscriptions.id }).from(subscriptions).where(others).limit(1);
  return found.length > 0;
}
