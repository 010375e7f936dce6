import type Stripe from 'stripe';
import type { SubscriptionState } from '../../../deliberation/subscription-states.ts';
import type { PaidTier, ProvidedSubscription } from '../payments.ts';

/** Names under which a subscription says whom it was bought for, and on which site: one account of Stripe's may serve several. */
export const ofPerson = 'commons_user';
export const ofSite = 'commons_site';

/** What the board cares about in a subscription of Stripe's. */
export function subscriptionOf(
  subscription: Stripe.Subscription,
  tierOf: (priceId: string) => PaidTier | undefined,
  site: string,
): ProvidedSubscription {
  const { id, customer, metadata, status, items, cancel_at, cancel_at_period_end } = subscription;
  const [item] = items.data;
  return {
    id,
    customerId: typeof customer === 'string' ? customer : customer.id,
    userId: metadata[ofSite] === site ? metadata[ofPerson] : undefined,
    tier: item && tierOf(item.price.id),
    state: stateOf(status),
    periodEndsAt: item ? new Date(item.current_period_end * 1_000) : null,
    isEnding: cancel_at_period_end || cancel_at !== null,
  };
}

function stateOf(status: Stripe.Subscription.Status): SubscriptionState {
  switch (status) {
    case 'active':
    case 'trialing':
      return 'active';
    case 'past_due':
      return 'past_due';
    case 'canceled':
    case 'incomplete_expired':
      return 'ended';
    default:
      // Not paid yet or no longer, and whatever Stripe may add: it gives nothing.
      return 'unpaid';
  }
}
