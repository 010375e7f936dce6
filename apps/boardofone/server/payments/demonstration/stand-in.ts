import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkoutPage, portalPage } from './pages.ts';

/** A subscription as Stripe tells of it, as far as anybody here reads it. */
export interface StandInSubscription {
  id: string;
  object: 'subscription';
  customer: string;
  status: string;
  metadata: Record<string, string>;
  cancel_at: number | null;
  cancel_at_period_end: boolean;
  items: { data: { price: { id: string }; current_period_end: number }[] };
}

interface StandInCheckout {
  id: string;
  object: 'checkout.session';
  url: string | null;
  status: 'open' | 'complete' | 'expired';
  client_reference_id: string;
  customer: string | null;
  subscription: string | null;
  /** What was asked for, which Stripe keeps to itself. */
  order: Record<string, string>;
}

/** Word of something that happened, not signed yet. */
export interface StandInEvent {
  id: string;
  object: 'event';
  type: string;
  data: { object: object };
}

export interface StandInOptions {
  /** Hears what happened; the address is the site that it concerns. */
  tell(event: StandInEvent, site: string): Promise<void>;
  now: () => Date;
  /** Answers in the place of Stripe, or throws it all away, where it says true. */
  disturb?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** The few doings of Stripe that the board asks for, at an address of this machine: no money moves. */
export interface StandIn extends AsyncDisposable {
  port: number;
  subscriptions: Map<string, StandInSubscription>;
  checkouts: Map<string, StandInCheckout>;
  /** Somebody pays; the address is where their browser goes next. */
  pay(checkoutId: string): Promise<string>;
  /** Something about a subscription changes, and is told. */
  change(id: string, change: Partial<StandInSubscription>): Promise<void>;
}

export const standInPrice = 'price_standin';
const monthSeconds = 30 * 24 * 60 * 60;
const newId = (kind: string) => `${kind}_${randomBytes(8).toString('hex')}`;

export async function openStandIn({ tell, now, disturb = () => false }: StandInOptions): Promise<StandIn> {
  const subscriptions = new Map<string, StandInSubscription>();
  const checkouts = new Map<string, StandInCheckout>();
  const answered = new Map<string, StandInCheckout>();
  const portals = new Map<string, { customer: string; returnUrl: string }>();
  let origin = '';

  const event = (type: string, object: object): StandInEvent => ({
    id: newId('evt'),
    object: 'event',
    type,
    data: { object },
  });
  const ofCustomer = (customer: string) =>
    [...subscriptions.values()].findLast((one) => one.customer === customer);

  async function pay(id: string): Promise<string> {
    const checkout = found(checkouts.get(id));
    const doneUrl = checkout.order.success_url ?? '';
    if (checkout.status !== 'open') return doneUrl;
    const customer = checkout.order.customer ?? newId('cus');
    const subscription: StandInSubscription = {
      id: newId('sub'),
      object: 'subscription',
      customer,
      status: 'active',
      metadata: metadataIn(checkout.order),
      cancel_at: null,
      cancel_at_period_end: false,
      items: {
        data: [
          {
            price: { id: checkout.order['line_items[0][price]'] ?? '' },
            current_period_end: Math.floor(now().getTime() / 1_000) + monthSeconds,
          },
        ],
      },
    };
    subscriptions.set(subscription.id, subscription);
    Object.assign(checkout, { status: 'complete', url: null, customer, subscription: subscription.id });
    const site = new URL(doneUrl).origin;
    await tell(event('customer.subscription.created', subscription), site);
    await tell(event('checkout.session.completed', checkout), site);
    return doneUrl;
  }

  async function change(id: string, changed: Partial<StandInSubscription>): Promise<void> {
    const subscription = Object.assign(found(subscriptions.get(id)), changed);
    const type = subscription.status === 'canceled' ? 'deleted' : 'updated';
    await tell(
      event(`customer.subscription.${type}`, { ...subscription }),
      subscription.metadata.commons_site ?? '',
    );
  }

  function begin(order: Record<string, string>, key: string): StandInCheckout {
    const before = answered.get(key);
    if (before) return before;
    const id = newId('cs');
    const checkout: StandInCheckout = {
      id,
      object: 'checkout.session',
      url: `${origin}/pay/${id}`,
      status: 'open',
      client_reference_id: order.client_reference_id ?? '',
      customer: null,
      subscription: null,
      order,
    };
    checkouts.set(id, checkout);
    answered.set(key, checkout);
    return checkout;
  }

  async function answer(request: IncomingMessage, body: Record<string, string>): Promise<Answer> {
    const { pathname } = new URL(request.url ?? '/', origin);
    const [, first = '', second = '', third = '', fourth = ''] = pathname.split('/');
    const did = `${request.method} /${first}/${second}`;
    if (first === 'v1') {
      const asked = `${request.method} ${pathname.replace(/_[0-9a-z]+$/, '_:id')}`;
      switch (asked) {
        case 'GET /v1/prices/price_:id':
          return json({
            id: third,
            object: 'price',
            unit_amount: 1_900,
            currency: 'eur',
            recurring: { interval: 'month', interval_count: 1 },
          });
        case 'POST /v1/checkout/sessions':
          return json(begin(body, String(request.headers['idempotency-key'])));
        case 'GET /v1/checkout/sessions/cs_:id':
          return json(found(checkouts.get(fourth)));
        case 'POST /v1/billing_portal/sessions': {
          const id = newId('bps');
          portals.set(id, { customer: body.customer ?? '', returnUrl: body.return_url ?? '' });
          return json({ id, object: 'billing_portal.session', url: `${origin}/portal/${id}` });
        }
        case 'GET /v1/subscriptions/sub_:id':
          return json(found(subscriptions.get(third)));
        case 'DELETE /v1/subscriptions/sub_:id':
          await change(third, { status: 'canceled' });
          return json(found(subscriptions.get(third)));
        default:
          throw new Missing();
      }
    }
    if (first === 'pay') {
      if (did.startsWith('POST')) return { redirect: await pay(second) };
      const { order } = found(checkouts.get(second));
      return { html: checkoutPage(order.cancel_url ?? '') };
    }
    const { customer, returnUrl } = found(portals.get(second));
    const subscription = found(ofCustomer(customer));
    if (first === 'portal' && did.startsWith('POST')) {
      await change(subscription.id, { cancel_at_period_end: !subscription.cancel_at_period_end });
      return { redirect: returnUrl };
    }
    return { html: portalPage(returnUrl, subscription.cancel_at_period_end) };
  }

  const server = createServer((request, response) => {
    if (disturb(request, response)) return;
    void readForm(request)
      .then((body) => answer(request, body))
      .then(
        (answer) => send(response, 200, answer),
        (error: unknown) =>
          send(response, error instanceof Missing ? 404 : 500, json({ error: missingError })),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  return {
    port,
    subscriptions,
    checkouts,
    pay,
    change,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Answer = { json: object } | { html: string } | { redirect: string };
const json = (object: object): Answer => ({ json: object });
const missingError = { type: 'invalid_request_error', code: 'resource_missing', message: 'No such object' };

class Missing extends Error {}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new Missing();
  return one;
}

function metadataIn(order: Record<string, string>): Record<string, string> {
  const prefix = 'subscription_data[metadata][';
  const entries = Object.entries(order).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length, -1), value]));
}

async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return Object.fromEntries(new URLSearchParams(text));
}

function send(response: ServerResponse, status: number, answer: Answer): void {
  if ('redirect' in answer) {
    response.writeHead(303, { location: answer.redirect }).end();
  } else if ('html' in answer) {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(answer.html);
  } else {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json));
  }
}
