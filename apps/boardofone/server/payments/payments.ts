import type { SubscriptionState } from '../../deliberation/subscription-states.ts';
import type { TierName } from '../../deliberation/tiers.ts';

export type PaidTier = Exclude<TierName, 'free'>;

/** How often something is paid. */
export const periods = ['day', 'week', 'month', 'year'] as const;

/** A tier that can be bought, and for how much. */
export interface Offer {
  tier: PaidTier;
  /** In the smallest unit of the currency by ISO 4217; null where it takes a page of the provider to say. */
  amount: number | null;
  /** By ISO 4217, in capitals. */
  currency: string;
  every: (typeof periods)[number];
  everyCount: number;
}

/** Who wants to buy what. */
export interface Order {
  /** Two orders with the same key are one. */
  key: string;
  userId: string;
  tier: PaidTier;
  email: string;
  /** Who they are to the provider already. */
  customerId: string | undefined;
  expiresAt: Date;
  /** Address of this site: one account with the provider may serve several. */
  site: string;
  /** Pages to come back to. */
  doneUrl: string;
  leftUrl: string;
}

export interface Checkout {
  id: string;
  /** Where the person goes to pay; null once that is over. */
  url: string | null;
  status: 'open' | 'complete' | 'expired';
}

/** A subscription as the provider has it at the moment. */
export interface ProvidedSubscription {
  id: string;
  customerId: string;
  /** Whom it was bought for on this site; undefined for anything else that the provider sells. */
  userId: string | undefined;
  /** Undefined for a price that the settings do not know. */
  tier: PaidTier | undefined;
  state: SubscriptionState;
  periodEndsAt: Date | null;
  isEnding: boolean;
}

/** What the provider told. */
export interface PaymentWord {
  /** Sent again, it has the same. */
  id: string;
  /** What it is about; undefined for what the board has no use for. */
  subscriptionId: string | undefined;
}

/**
 * What sells tiers. Its word is only a reason to look: what holds is what it answers when it is asked.
 *
 * Everything that asks the provider throws UNAVAILABLE when no answer comes in time or the provider refuses.
 */
export interface Payments {
  /** The tiers that can be bought here, at prices at most a few minutes old. */
  offers(now: Date): Promise<readonly Offer[]>;
  beginCheckout(order: Order): Promise<Checkout>;
  /** Undefined for one that is not this person's. */
  checkout(id: string, userId: string): Promise<Checkout | undefined>;
  /** Where a customer changes or cancels. */
  portalUrl(customerId: string, returnUrl: string): Promise<string>;
  subscription(id: string, site: string): Promise<ProvidedSubscription | undefined>;
  /** Ends it at once; one that has ended or is not known is as good. */
  cancel(subscriptionId: string): Promise<void>;
  /** @throws BAD_INPUT for what the provider has not signed, or has signed too long ago */
  readWord(posted: { body: Uint8Array; headers: Headers; now: Date }): PaymentWord;
}

/** The provider of this installation; undefined where tiers cannot be bought. */
export type PaymentSource = () => Promise<Payments | undefined>;
