import { randomBytes } from 'node:crypto';
import Stripe from 'stripe';
import type { Payments } from '../payments.ts';
import { openStripe } from '../stripe/open-stripe.ts';
import {
  openStandIn,
  type StandIn,
  type StandInEvent,
  type StandInOptions,
  standInPrice,
} from './stand-in.ts';

/** A stand-in for Stripe, and payments by it. */
export interface Demonstration {
  payments: Payments;
  standIn: StandIn;
  /** The signature that Stripe would put beside a word. */
  sign(payload: string, how?: Signing): string;
  /** Posts word of something to the site as Stripe does. */
  post(event: StandInEvent, site: string, how?: Signing & { signature?: string }): Promise<Response>;
}

interface Signing {
  secret?: string;
  at?: Date;
}

/** Sells tiers for no money: everything goes the way of Stripe, but to a stand-in on this machine. */
export async function openDemonstration({
  now = () => new Date(),
  timeoutMs = 10_000,
  ...options
}: Partial<StandInOptions> & { timeoutMs?: number } = {}): Promise<Demonstration> {
  const webhookSecret = `whsec_${randomBytes(24).toString('hex')}`;
  const sign: Demonstration['sign'] = (payload, { secret = webhookSecret, at = now() } = {}) =>
    Stripe.webhooks.generateTestHeaderString({
      payload,
      secret,
      timestamp: Math.floor(at.getTime() / 1_000),
    });
  const post: Demonstration['post'] = (event, site, how = {}) => {
    const payload = JSON.stringify(event);
    return fetch(`${site}/boardofone/payments/webhook`, {
      method: 'POST',
      body: payload,
      headers: {
        'content-type': 'application/json',
        'stripe-signature': how.signature ?? sign(payload, how),
      },
    });
  };
  const tell = async (event: StandInEvent, site: string) => void (await post(event, site));
  const standIn = await openStandIn({ tell, now, ...options });
  const payments = openStripe(
    { secretKey: 'sk_test_demonstration', webhookSecret, prices: { pro: [standInPrice], enterprise: [] } },
    { host: '127.0.0.1', port: standIn.port, protocol: 'http', timeout: timeoutMs },
  );
  return { payments, standIn, sign, post };
}
