import { auditFor, type Tx } from '@commons/shared-db';
import type { subscriptions } from '../../db/schema/subscriptions.ts';
import type { Keeper } from './keep-subscription.ts';

type Noted = Pick<typeof subscriptions.$inferSelect, 'id' | 'tier' | 'state' | 'isEnding'>;

/** Notes in the person's log what their subscription gives from now on. */
export async function auditSubscription(
  tx: Tx,
  { requestId }: Keeper,
  userId: string,
  { id, tier, state, isEnding }: Noted,
): Promise<void> {
  await auditFor(
    tx,
    { userId, app: 'boardofone', requestId },
    {
      action: 'subscription_changed',
      resourceType: 'subscription',
      resourceId: id,
      details: { tier, state, isEnding },
    },
  );
}
