import type { Tx } from '@commons/shared-db';
import { desc, eq, sql } from 'drizzle-orm';
import { subscriptions } from '../../db/schema/subscriptions.ts';

/** What the person pays for; what is alive before what has ended, and the newest first. */
export async function newestSubscription(tx: Tx, userId: string) {
  const { tier, state, periodEndsAt, isEnding, customerId, createdAt } = subscriptions;
  const [newest] = await tx
    .select({ tier, state, periodEndsAt, isEnding, customerId, createdAt })
    .from(subscriptions)
    .where(eq(subscriptions.userId, userId))
    .orderBy(sql`${state} = 'ended'`, desc(subscriptions.id))
    .limit(1);
  return newest;
}
