import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { auditSubscription } from './audit-subscription.ts';
import type { Keeper, KeptSubscription, SubscriptionChange } from './keep-subscription.ts';
import type { ProvidedSubscription } from './payments.ts';

/** Keeps how a subscription stands now. Whose it is was settled when it was first heard of. */
export async function changeSubscription(
  tx: Tx,
  keeper: Keeper,
  before: KeptSubscription,
  provided: ProvidedSubscription | undefined,
): Promise<SubscriptionChange> {
  const { providerId, version, userId } = before;
  // What the provider has forgotten has ended; a price that the settings have forgotten still gives what it gave.
  const now = provided ?? { ...before, state: 'ended' as const, isEnding: false };
  const { state, periodEndsAt, isEnding } = now;
  const after = { state, periodEndsAt, isEnding, tier: now.tier ?? before.tier };
  const changed = await tx
    .update(subscriptions)
    .set({ ...after, version: version + 1 })
    .where(and(eq(subscriptions.providerId, providerId), eq(subscriptions.version, version)))
    .returning({ id: subscriptions.id });
  const [row] = changed;
  if (!row) return 'overtaken';
  const isOther = before.state !== state || before.tier !== after.tier || before.isEnding !== isEnding;
  if (userId && isOther) await auditSubscription(tx, keeper, userId, { id: row.id, ...after });
  return { outcome: 'kept', userId };
}
