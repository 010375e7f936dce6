/** How a subscription stands with the provider, as far as the board cares. */
export const subscriptionStates = ['active', 'past_due', 'unpaid', 'ended'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

/** Whether it gives its tier: a payment that failed is tried again for a while before anything is taken away. */
export function givesTier(state: SubscriptionState): boolean {
  return state === 'active' || state === 'past_due';
}
