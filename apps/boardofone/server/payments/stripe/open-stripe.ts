import Stripe from 'stripe';
import type { StripeSettings } from '../env.ts';
import { type Checkout, type Offer, type Order, type PaidTier, type Payments, periods } from '../payments.ts';
import { remembered } from '../remembered.ts';
import { asking, askingFor } from './asking.ts';
import { minorUnits } from './minor-units.ts';
import { readWord } from './read-word.ts';
import { ofPerson, ofSite, subscriptionOf } from './subscription-of.ts';

const pricesKeptMs = 10 * 60_000;

/** Where Stripe is; anywhere else than with Stripe for what stands in for it. */
export type StripeServer = Pick<
  NonNullable<ConstructorParameters<typeof Stripe>[1]>,
  'host' | 'port' | 'protocol' | 'timeout'
>;

/** Sells tiers by Stripe: its pages take the money, so that no card comes near this server. */
export function openStripe(
  { secretKey, webhookSecret, prices }: StripeSettings,
  server: StripeServer = {},
): Payments {
  const stripe = new Stripe(secretKey, {
    timeout: 10_000,
    maxNetworkRetries: 1,
    telemetry: false,
    ...server,
  });
  const tierOf = (priceId: string): PaidTier | undefined => {
    if (prices.pro.includes(priceId)) return 'pro';
    return prices.enterprise.includes(priceId) ? 'enterprise' : undefined;
  };
  const sold = (tier: PaidTier) => prices[tier][0] ?? '';
  return {
    offers: remembered(async () => [await readOffer(stripe, 'pro', sold('pro'))], pricesKeptMs),
    async beginCheckout(order) {
      return checkoutOf(
        await asking(
          stripe.checkout.sessions.create(paramsOf(order, sold(order.tier)), { idempotencyKey: order.key }),
          'checkout.session',
        ),
      );
    },
    async checkout(id, userId) {
      const session = await askingFor(stripe.checkout.sessions.retrieve(id), 'checkout.session');
      return session?.client_reference_id === userId ? checkoutOf(session) : undefined;
    },
    async portalUrl(customer, returnUrl) {
      const { url } = await asking(
        stripe.billingPortal.sessions.create({ customer, return_url: returnUrl }),
        'billing_portal.session',
      );
      return url;
    },
    async subscription(id, site) {
      const found = await askingFor(stripe.subscriptions.retrieve(id), 'subscription');
      return found && subscriptionOf(found, tierOf, site);
    },
    async cancel(id) {
      const found = await askingFor(stripe.subscriptions.retrieve(id), 'subscription');
      if (found && subscriptionOf(found, tierOf, '').state !== 'ended') {
        await askingFor(stripe.subscriptions.cancel(id), 'subscription');
      }
    },
    readWord: (posted) => readWord(stripe, webhookSecret, posted),
  };
}

function paramsOf(order: Order, price: string): Stripe.Checkout.SessionCreateParams {
  const { userId, email, customerId, expiresAt, site, doneUrl, leftUrl } = order;
  return {
    mode: 'subscription',
    line_items: [{ price, quantity: 1 }],
    client_reference_id: userId,
    subscription_data: { metadata: { [ofPerson]: userId, [ofSite]: site } },
    expires_at: Math.floor(expiresAt.getTime() / 1_000),
    success_url: doneUrl,
    cancel_url: leftUrl,
    ...(customerId ? { customer: customerId } : { customer_email: email }),
  };
}

function checkoutOf({ id, url, status }: Stripe.Checkout.Session): Checkout {
  if (status === 'open') return { id, url, status: 'open' };
  return { id, url: null, status: status === 'complete' ? 'complete' : 'expired' };
}

async function readOffer(stripe: Stripe, tier: PaidTier, priceId: string): Promise<Offer> {
  const { unit_amount, currency: code, recurring } = await asking(stripe.prices.retrieve(priceId), 'price');
  const currency = code.toUpperCase();
  return {
    tier,
    amount: unit_amount === null ? null : minorUnits(unit_amount, currency),
    currency,
    every: periods.find((period) => period === recurring?.interval) ?? 'month',
    everyCount: recurring?.interval_count ?? 1,
  };
}
