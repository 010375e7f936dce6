import { expectAxeClean, expectFits, sizes } from '@commons/tooling/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Demonstration,
  openDemonstration,
} from '../server/payments/demonstration/open-demonstration.ts';
import { type OpenBoard, openBoard } from './open-board.ts';

let board: OpenBoard;
let demonstration: Demonstration;
/** Words of the provider wait here for as long as a story holds them back. */
let held: (() => void)[] | undefined;
beforeAll(async () => {
  demonstration = await openDemonstration({
    async tell(event, site) {
      const deliver = () => void demonstration.post(event, site);
      if (held) held.push(deliver);
      else deliver();
    },
  });
  board = await openBoard({ payments: async () => demonstration.payments });
});
afterAll(async () => {
  await board?.[Symbol.asyncDispose]();
  await demonstration?.standIn[Symbol.asyncDispose]();
});

describe.each(sizes)('on $name', (size) => {
  it('somebody buys Pro, waits for the provider’s word, and cancels', async () => {
    const anna = await board.signUp();
    const page = await board.open(anna, '/new', size);
    const isReady = async () => {
      await expectAxeClean(page);
      await expectFits(page);
    };
    await page.getByRole('link', { name: 'Your plan' }).waitFor();
    await isReady();
    await page.getByRole('link', { name: 'Your plan' }).click();
    await page.getByText('€19.00 a month').waitFor();
    await isReady();

    held = [];
    await page.getByRole('button', { name: 'Go to payment' }).click();
    await page.getByRole('heading', { name: 'Pay for Pro' }).waitFor();
    await isReady();
    await page.getByRole('button', { name: 'Pay', exact: true }).click();
    await page
      .getByText(/Your payment was received/)
      .first()
      .waitFor();
    expect((await anna.client.plan.mine.query()).tier).toBe('free');
    await isReady();

    for (const deliver of held) deliver();
    held = undefined;
    await page.getByText('Thank you. Pro is yours from now on.').first().waitFor();
    await page.getByText(/Pro goes on by itself/).waitFor();
    await isReady();

    await page.getByRole('button', { name: 'Change, pay or cancel' }).press('Enter');
    await page.getByRole('button', { name: 'Cancel at the end of the month' }).click();
    await page.getByText(/Pro is cancelled and holds until/).waitFor();
    expect(await anna.client.plan.mine.query()).toMatchObject({
      tier: 'pro',
      subscription: { isEnding: true },
    });
    await isReady();
  });
});
