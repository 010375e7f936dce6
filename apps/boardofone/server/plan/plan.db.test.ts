import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SellingBoard, startSellingBoard } from '../../testing/selling-board.ts';
import { ask, type BoardPerson, startBoard } from '../../testing/start-board.ts';

const start = new Date('2027-03-14T07:00:00Z');
let now = start;
let board: SellingBoard;
let anna: BoardPerson;
beforeAll(async () => {
  board = await startSellingBoard({ now: () => now, timeoutMs: 1_000 });
});
beforeEach(async () => {
  now = start;
  board.disturb = () => false;
  board.words.length = 0;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const begin = () => anna.client.plan.beginCheckout.mutate({ tier: 'pro' });
const minutesLater = (minutes: number) => {
  now = new Date(start.getTime() + minutes * 60_000);
};
const ofAnna = () =>
  [...board.standIn.checkouts.values()].filter((one) => one.client_reference_id === anna.userId);

describe('a checkout', () => {
  it('asks the provider for the tier, for this person, with the way back, and changes nothing by itself', async () => {
    const { url } = await begin();
    const [checkout] = ofAnna();

    expect(url).toBe(checkout?.url);
    expect(checkout?.order).toMatchObject({
      mode: 'subscription',
      'line_items[0][price]': 'price_standin',
      customer_email: anna.email,
      expires_at: String(start.getTime() / 1_000 + 3_600),
      success_url: `${board.server.url}/boardofone/plan?from=checkout`,
      cancel_url: `${board.server.url}/boardofone/plan`,
    });
    await anna.request('/boardofone/plan?from=checkout');
    expect(await anna.client.plan.mine.query()).toMatchObject({
      tier: 'free',
      subscription: null,
      isForSale: true,
    });
    expect(await anna.client.plan.checkoutState.query()).toEqual({ status: 'open' });
  });

  it('is one, however often and however many at once it is begun', async () => {
    const urls = (await Promise.all([begin(), begin(), begin()])).map(({ url }) => url);
    minutesLater(50);
    urls.push((await begin()).url);

    expect(new Set(urls).size).toBe(1);
    expect(ofAnna()).toHaveLength(1);
  });

  it('begins anew when the one before has run out, at the provider or by the clock', async () => {
    const first = await begin();
    const [checkout] = ofAnna();
    if (checkout) Object.assign(checkout, { status: 'expired', url: null });
    const second = await begin();
    minutesLater(61);
    const third = await begin();

    expect(new Set([first.url, second.url, third.url]).size).toBe(3);
  });

  it('that is paid is not begun again while word of it is awaited, nor after', async () => {
    await board.pay(anna);

    expect(await anna.client.plan.checkoutState.query()).toEqual({ status: 'complete' });
    await expect(begin()).rejects.toThrow('Your payment has arrived and is being confirmed.');
    for (const word of board.words) await board.deliver(word);
    await expect(begin()).rejects.toThrow('You have this tier');
    expect(ofAnna()).toHaveLength(1);
  });

  it('is begun again by a customer whose subscription has ended', async () => {
    const id = await board.buy(anna);
    await board.standIn.change(id, { status: 'canceled' });
    for (const word of board.words) await board.deliver(word);
    await begin();

    expect(ofAnna()).toHaveLength(2);
    expect(ofAnna()[1]?.order).toMatchObject({ customer: board.standIn.subscriptions.get(id)?.customer });
  });

  it.each([
    ['says that it is busy', 429],
    ['fails', 500],
    ['refuses the key', 401],
  ])(
    'is refused with a clear word where the provider %s, and goes on later where it was',
    async (_, status) => {
      board.disturb = (_request, response) => {
        response.writeHead(status, { 'stripe-should-retry': 'false', 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: { message: 'planted-secret' } }));
        return true;
      };
      await expect(begin()).rejects.toThrow('The provider of payments does not answer as it should.');
      board.disturb = () => false;

      expect((await begin()).url).toContain('/pay/');
      expect(ofAnna()).toHaveLength(1);
      expect(board.server.logText()).not.toContain('planted-secret');
    },
  );

  it('does not wait for ever for a provider that hangs, and goes on later', async () => {
    let lost = 0;
    board.disturb = (request) => {
      lost += 1;
      request.resume();
      return true;
    };
    await expect(begin()).rejects.toThrow('does not answer as it should');
    expect(lost).toBeGreaterThan(0);
    board.disturb = () => false;

    expect((await begin()).url).toContain('/pay/');
  });

  it('whose answer was lost is found again', async () => {
    board.disturb = (request, response) => {
      // It is done, and nobody hears of it.
      response.writeHead = () => {
        request.socket.destroy();
        return response;
      };
      return false;
    };
    await expect(begin()).rejects.toThrow('does not answer as it should');
    board.disturb = () => false;

    expect((await begin()).url).toBe(ofAnna()[0]?.url);
    expect(ofAnna()).toHaveLength(1);
  });

  it('of another person is never shown', async () => {
    await begin();
    const ben = await board.signUp();
    await ben.client.plan.beginCheckout.mutate({ tier: 'pro' });
    const [annas] = ofAnna();
    // As if a bug had written it.
    await board.server.db.admin`
      update boardofone.checkouts set provider_id = ${annas?.id ?? ''} where user_id = ${ben.userId}`;

    expect(await ben.client.plan.checkoutState.query()).toEqual({ status: 'none' });
    expect((await ben.client.plan.beginCheckout.mutate({ tier: 'pro' })).url).not.toBe(annas?.url);
  });

  it('is for tiers that are sold', async () => {
    const response = await anna.request('/boardofone/trpc/plan.beginCheckout', { tier: 'enterprise' });

    expect(await response.text()).toContain('This tier is not sold here.');
  });
});

describe('what is paid for', () => {
  it('is changed at the provider, by whoever pays', async () => {
    await expect(anna.client.plan.openPortal.mutate()).rejects.toThrow('You pay for nothing here.');
    await board.buy(anna);

    expect((await anna.client.plan.openPortal.mutate()).url).toContain('/portal/');
    expect(await anna.client.plan.mine.query()).toMatchObject({
      tier: 'pro',
      subscription: { state: 'active', isEnding: false, periodEndsAt: '2027-04-13T07:00:00.000Z' },
    });
  });

  it('costs what the provider says, which is asked for once in a while', async () => {
    let asked = 0;
    board.disturb = ({ url }) => {
      if (url?.startsWith('/v1/prices/')) asked += 1;
      return false;
    };
    minutesLater(24 * 60);
    const offers = () => anna.client.plan.offers.query();

    expect(await Promise.all([offers(), offers()])).toEqual(
      Array(2).fill([{ tier: 'pro', amount: 1_900, currency: 'EUR', every: 'month', everyCount: 1 }]),
    );
    minutesLater(24 * 60 + 9);
    await offers();
    expect(asked).toBe(1);
    minutesLater(24 * 60 + 10);
    await offers();
    expect(asked).toBe(2);
  });

  it('lets a session live that a lower tier would not allow, and binds the next one', async () => {
    const id = await board.buy(anna);
    const { id: sessionId } = await ask(anna, { seatsWanted: 7, capUsd: '10' });
    await board.standIn.change(id, { status: 'canceled' });
    await board.deliver(board.words.pop());

    expect(await anna.client.sessions.byId.query({ id: sessionId })).toMatchObject({ seatsWanted: 7 });
    expect((await anna.client.sessions.byId.query({ id: sessionId })).status).toBe('active');
    await expect(ask(anna, { seatsWanted: 7 })).rejects.toThrow();
  });

  it('is nothing that a person writes', async () => {
    await board.buy(anna);
    const { database } = board.server.db;
    const { sql } = await import('drizzle-orm');
    const attempts = [
      sql`update boardofone.accounts set tier = 'enterprise'`,
      sql`insert into boardofone.accounts (user_id, tier) values (app.user_id(), 'enterprise')`,
      sql`update boardofone.subscriptions set tier = 'enterprise'`,
      sql`insert into boardofone.subscriptions (user_id, provider_id, customer_id, tier, state)
        values (app.user_id(), 'sub_mine', 'cus_mine', 'enterprise', 'active')`,
      sql`delete from boardofone.subscriptions`,
    ];
    for (const attempt of attempts) {
      await expect(
        database.asUser({ userId: anna.userId }, (tx) => tx.execute(attempt)),
      ).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    expect((await anna.client.plan.mine.query()).tier).toBe('pro');
  });
});

describe('where nothing is sold', () => {
  it('nothing half-works', async () => {
    await using bare = await startBoard();
    const ben = await bare.signUp();
    const refused = 'Tiers cannot be bought on this installation.';

    expect(await ben.client.plan.mine.query()).toMatchObject({ isForSale: false, tier: 'free' });
    await expect(ben.client.plan.offers.query()).rejects.toThrow(refused);
    await expect(ben.client.plan.beginCheckout.mutate({ tier: 'pro' })).rejects.toThrow(refused);
    await expect(ben.client.plan.openPortal.mutate()).rejects.toThrow(refused);
    await expect(ben.client.plan.checkoutState.query()).rejects.toThrow(refused);
    const word = await fetch(`${bare.server.url}/boardofone/payments/webhook`, {
      method: 'POST',
      body: '{}',
    });
    expect(word.status).toBe(404);
  });
});
