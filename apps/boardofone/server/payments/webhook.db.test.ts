import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SellingBoard, startSellingBoard } from '../../testing/selling-board.ts';
import type { BoardPerson } from '../../testing/start-board.ts';

let now = new Date('2027-03-14T07:00:00Z');
let board: SellingBoard;
let anna: BoardPerson;
beforeAll(async () => {
  board = await startSellingBoard({ now: () => now });
});
beforeEach(async () => {
  now = new Date('2027-03-14T07:00:00Z');
  board.disturb = () => false;
  board.words.length = 0;
  anna = await board.signUp();
});
afterAll(() => board?.[Symbol.asyncDispose]());

const tierOf = async (person: BoardPerson) => (await person.client.plan.mine.query()).tier;
const noted = (person: BoardPerson) => board.server.db.admin<{ details: object }[]>`
  select details from audit_log where user_id = ${person.userId} and action = 'subscription_changed' order by "timestamp"`;
const kept = () => board.server.db.admin<{ provider_id: string; user_id: string | null; state: string }[]>`
  select provider_id, user_id, state from boardofone.subscriptions order by id`;
const heard = async () => {
  const [row] = await board.server.db.admin<{ count: number }[]>`
    select count(*)::int from boardofone.payment_events`;
  return row?.count ?? 0;
};

describe('what the provider tells', () => {
  it('gives the tier, whichever word comes first, and notes it once in the person’s log', async () => {
    await board.pay(anna);
    expect(await tierOf(anna)).toBe('free');
    const [created, completed] = board.words;

    expect(await board.deliver(completed)).toBe(200);
    expect(await tierOf(anna)).toBe('pro');
    expect(await board.deliver(created)).toBe(200);

    expect(await anna.client.account.mine.query()).toMatchObject({ tier: 'pro', limits: { seatsMax: 7 } });
    expect(await noted(anna)).toEqual([{ details: { tier: 'pro', state: 'active', isEnding: false } }]);
  });

  it('has one effect, however often and however many at once', async () => {
    await board.pay(anna);
    const [created] = board.words;
    const before = await heard();

    expect(await Promise.all(Array.from({ length: 8 }, () => board.deliver(created)))).toEqual(
      Array(8).fill(200),
    );
    expect(await board.deliver(created)).toBe(200);
    expect(await heard()).toBe(before + 1);
    expect(await noted(anna)).toHaveLength(1);
  });

  it('that comes late changes nothing that is newer', async () => {
    const id = await board.buy(anna);
    await board.standIn.change(id, { status: 'active', cancel_at_period_end: true });
    await board.standIn.change(id, { status: 'canceled' });
    const [active, deleted] = board.words;

    expect(await board.deliver(deleted)).toBe(200);
    expect(await tierOf(anna)).toBe('free');
    expect(await board.deliver(active)).toBe(200);
    expect(await tierOf(anna)).toBe('free');
    expect((await noted(anna)).map(({ details }) => details)).toMatchObject([
      { state: 'active' },
      { state: 'ended' },
    ]);
  });

  it('is asked for again where another answer was kept while this one was on its way', async () => {
    const id = await board.buy(anna);
    await board.standIn.change(id, { cancel_at_period_end: true });
    await board.standIn.change(id, { status: 'canceled' });
    const [ending, deleted] = board.words;
    const stale = JSON.stringify({ ...board.standIn.subscriptions.get(id), status: 'active' });
    let slow: (() => void) | undefined;
    const isAsked = new Promise<void>((resolve) => {
      board.disturb = (request, response) => {
        if (slow || request.method !== 'GET') return false;
        slow = () => response.writeHead(200, { 'content-type': 'application/json' }).end(stale);
        resolve();
        return true;
      };
    });

    const late = board.deliver(ending);
    await isAsked;
    expect(await board.deliver(deleted)).toBe(200);
    slow?.();

    expect(await late).toBe(200);
    expect(await tierOf(anna)).toBe('free');
  });

  it.each([
    ['with another secret', { secret: 'whsec_of_somebody_else' }],
    ['six minutes ago', { at: new Date('2027-03-14T06:54:00Z') }],
    ['not at all', { signature: '' }],
    ['by something that is no signature', { signature: 't=1,v1=00' }],
  ])('is refused where it is signed %s', async (_, how) => {
    await board.pay(anna);
    const [created] = board.words;
    if (!created) throw new Error('Nothing was told.');
    const response = await board.post(created, board.server.url, how);

    expect(response.status).toBe(400);
    expect(await tierOf(anna)).toBe('free');
    expect(board.server.logText()).not.toContain(created.id);
  });

  it('is refused with a body that was changed under its signature', async () => {
    await board.pay(anna);
    const [created, completed] = board.words;
    if (!created) throw new Error('Nothing was told.');
    const signature = board.sign(JSON.stringify(completed));

    expect((await board.post(created, board.server.url, { signature })).status).toBe(400);
    expect(await tierOf(anna)).toBe('free');
  });

  it('about what this site has not sold is answered and left alone, and the log has no word of it', async () => {
    const before = await kept();
    const foreign = { id: 'sub_foreign', object: 'subscription', customer: 'cus_foreign', metadata: {} };
    const words = [
      { type: 'customer.subscription.created', object: foreign },
      { type: 'customer.subscription.deleted', object: { ...foreign, id: 'sub_gone' } },
      { type: 'checkout.session.completed', object: { id: 'cs_other', subscription: null } },
      { type: 'invoice.paid', object: { id: 'in_1', customer_email: 'planted@example.org' } },
      { type: 'something.new', object: { id: 'x', subscription: { id: 7 } } },
    ];
    board.standIn.subscriptions.set('sub_foreign', {
      ...foreign,
      object: 'subscription',
      status: 'active',
      metadata: { commons_user: anna.userId, commons_site: 'https://elsewhere.example' },
      cancel_at: null,
      cancel_at_period_end: false,
      items: { data: [{ price: { id: 'price_standin' }, current_period_end: 1_900_000_000 }] },
    });

    for (const [index, { type, object }] of words.entries()) {
      const word = { id: `evt_foreign_${index}`, object: 'event', type, data: { object } } as const;
      expect(await board.deliver(word)).toBe(200);
    }
    expect(await kept()).toEqual(before);
    expect(await tierOf(anna)).toBe('free');
    expect(board.server.logText()).not.toContain('planted@example.org');
  });

  it('of one customer never gives another person a tier', async () => {
    const ben = await board.signUp();
    const id = await board.buy(ben);
    const bens = board.standIn.subscriptions.get(id);
    if (!bens) throw new Error('Ben has bought nothing.');
    // A second one of Ben's customer that names Anna, and Ben's own one renamed.
    const metadata = { ...bens.metadata, commons_user: anna.userId };
    board.standIn.subscriptions.set('sub_second', { ...bens, id: 'sub_second', metadata });
    await board.standIn.change('sub_second', {});
    await board.standIn.change(id, { metadata });

    for (const word of board.words.splice(0)) expect(await board.deliver(word)).toBe(200);
    expect(await tierOf(anna)).toBe('free');
    expect(await tierOf(ben)).toBe('pro');
  });

  it('is told again later where the provider does not say how things stand', async () => {
    await board.pay(anna);
    const [created] = board.words;
    const before = await heard();
    board.disturb = (_, response) => {
      response.writeHead(503, { 'stripe-should-retry': 'false' }).end('{}');
      return true;
    };

    expect(await board.deliver(created)).toBe(503);
    expect(await heard()).toBe(before);
    board.disturb = () => false;
    expect(await board.deliver(created)).toBe(200);
    expect(await tierOf(anna)).toBe('pro');
  });

  it('that a payment failed leaves the tier for now, and that it was given up takes it', async () => {
    const id = await board.buy(anna);
    const tell = async (status: string) => {
      await board.standIn.change(id, { status });
      await board.deliver(board.words.pop());
      return [await tierOf(anna), (await anna.client.plan.mine.query()).subscription?.state];
    };

    expect(await tell('past_due')).toEqual(['pro', 'past_due']);
    expect(await tell('unpaid')).toEqual(['free', 'unpaid']);
    expect(await tell('active')).toEqual(['pro', 'active']);
    expect(await tell('something_new')).toEqual(['free', 'unpaid']);
  });
});
