import { enqueueAsService } from '@commons/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SellingBoard, startSellingBoard } from '../../testing/selling-board.ts';
import type { BoardPerson } from '../../testing/start-board.ts';
import { paymentJobs } from './jobs.ts';

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

const [endLeft, readDue, forgetWords] = paymentJobs(async () => undefined);

/** Does a job now, as its schedule would, and returns how its first attempt ended. */
async function run(job: typeof endLeft): Promise<string> {
  const { admin, service } = board.server.db;
  const id = await service.asService('do it now', (tx) => enqueueAsService(tx, job, {}));
  const state = async () => {
    const [row] = await admin<{ state: string }[]>`select state from pgboss.job where id = ${id}`;
    return row?.state ?? '';
  };
  await expect.poll(state, { timeout: 20_000 }).toMatch(/completed|retry|failed/);
  return state();
}

const leave = (person: BoardPerson) => person.request('/api/account/delete', { email: person.email });
const kept = (providerId: string) => board.server.db.admin<{ user_id: string | null; state: string }[]>`
  select user_id, state from boardofone.subscriptions where provider_id = ${providerId}`;
const statusAtProvider = (id: string) => board.standIn.subscriptions.get(id)?.status;

describe('what somebody paid for who leaves', () => {
  it('is cancelled with the provider, as soon as that answers, and then forgotten', async () => {
    const id = await board.buy(anna);
    expect((await leave(anna)).status).toBe(200);
    expect(await kept(id)).toEqual([{ user_id: null, state: 'active' }]);
    board.disturb = (_, response) => {
      response.writeHead(500, { 'stripe-should-retry': 'false' }).end('{}');
      return true;
    };

    expect(await run(endLeft)).toBe('retry');
    expect(await kept(id)).toHaveLength(1);
    board.disturb = () => false;
    expect(await run(endLeft)).toBe('completed');
    expect(statusAtProvider(id)).toBe('canceled');
    expect(await kept(id)).toEqual([]);
  });

  it('leaves nothing behind when word of the cancellation comes after it', async () => {
    const id = await board.buy(anna);
    await leave(anna);
    await run(endLeft);
    for (const word of board.words) expect(await board.deliver(word)).toBe(200);

    expect(board.words).toHaveLength(1);
    expect(await kept(id)).toEqual([]);
  });

  it('is cancelled as well where they pay after they have left', async () => {
    const { url } = await anna.client.plan.beginCheckout.mutate({ tier: 'pro' });
    await leave(anna);
    await board.standIn.pay(new URL(url).pathname.split('/').at(-1) ?? '');
    for (const word of board.words.splice(0)) expect(await board.deliver(word)).toBe(200);
    const id = [...board.standIn.subscriptions.keys()].at(-1) ?? '';
    expect(await kept(id)).toEqual([{ user_id: null, state: 'active' }]);

    expect(await run(endLeft)).toBe('completed');
    expect(statusAtProvider(id)).toBe('canceled');
  });

  it('of somebody who stays is not touched', async () => {
    const id = await board.buy(anna);
    await run(endLeft);

    expect(statusAtProvider(id)).toBe('active');
    expect(await kept(id)).toEqual([{ user_id: anna.userId, state: 'active' }]);
  });
});

describe('what should have gone on or ended', () => {
  it('is asked about when its time is over and nothing was heard', async () => {
    const id = await board.buy(anna);
    await board.standIn.change(id, { status: 'canceled' });
    await run(readDue);
    expect((await kept(id))[0]?.state).toBe('active');
    now = new Date('2027-04-13T08:01:00Z');
    await run(readDue);

    expect((await kept(id))[0]?.state).toBe('ended');
    expect((await anna.client.plan.mine.query()).tier).toBe('free');
  });
});

describe('what should have gone on or ended, where the provider does not say of one', () => {
  it('is asked about the others all the same', async () => {
    const ids = [await board.buy(anna), await board.buy(await board.signUp())];
    const [first = '', second = ''] = ids;
    for (const id of ids) await board.standIn.change(id, { status: 'canceled' });
    board.disturb = ({ url }, response) => {
      if (!url?.endsWith(first)) return false;
      response.writeHead(500, { 'stripe-should-retry': 'false' }).end('{}');
      return true;
    };
    now = new Date('2027-04-13T08:01:00Z');

    expect(await run(readDue)).toBe('retry');
    expect((await kept(first))[0]?.state).toBe('active');
    expect((await kept(second))[0]?.state).toBe('ended');
  });
});

describe('words of the provider', () => {
  it('are forgotten after forty days', async () => {
    await board.buy(anna);
    const { admin } = board.server.db;
    await admin`update boardofone.payment_events set created_at = '2027-03-01'`;
    const count = async () => (await admin`select from boardofone.payment_events`).length;
    await run(forgetWords);
    expect(await count()).toBeGreaterThan(0);
    now = new Date('2027-04-11T07:00:00Z');
    await run(forgetWords);

    expect(await count()).toBe(0);
  });
});
