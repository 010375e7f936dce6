// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, stubProcedures, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { tiers } from '../../deliberation/tiers.ts';
import type { Plan } from '../client.ts';
import { open } from '../testing/stub-board.ts';
import { every, money } from './money.ts';

const plan = (more: Partial<Plan> = {}): Plan => ({
  tier: 'free',
  sessionsThisMonth: 3,
  isForSale: true,
  subscription: null,
  tiers: [
    { name: 'free', ...tiers.free },
    { name: 'pro', ...tiers.pro },
    { name: 'enterprise', ...tiers.enterprise },
  ],
  ...more,
});
const paid = {
  tier: 'pro',
  state: 'active',
  periodEndsAt: '2027-04-13T12:00:00.000Z',
  isEnding: false,
} as const;
const offers = [{ tier: 'pro', amount: 1_900, currency: 'EUR', every: 'month', everyCount: 1 }];
const stub = (mine: Plan, more = {}) =>
  stubProcedures('boardofone', { 'plan.mine': () => mine, 'plan.offers': () => offers, ...more });
const card = async (name: string) => {
  const heading = await screen.findByRole('heading', { name, level: 3 });
  return within(heading.closest('li') ?? document.body);
};

describe('the plan', () => {
  it('shows tiers with limits and prices, which is mine, and whom to ask', async () => {
    stub(plan());
    open('/plan');

    expect((await card('Free')).getByText('Yours')).toBeTruthy();
    expect(screen.getByText('3 of 10 sessions this month are used.')).toBeTruthy();
    expect(await (await card('Pro')).findByText('€19.00 a month')).toBeTruthy();
    expect((await card('Pro')).getByText('100 sessions a month')).toBeTruthy();
    expect((await card('Enterprise')).getByText(/Ask us/)).toBeTruthy();
    expect((await card('Enterprise')).queryByRole('button')).toBeNull();
  });

  it('sends one request to pay, however often the button is pressed', async () => {
    const calls = stub(plan(), { 'plan.beginCheckout': () => new Promise(() => {}) });
    open('/plan');
    const button = (await card('Pro')).getByRole('button', { name: 'Go to payment' });
    fireEvent.click(button);
    fireEvent.click(button);

    await waitFor(() => expect(calls.some(({ path }) => path === 'plan.beginCheckout')).toBe(true));
    expect(calls.filter(({ path }) => path === 'plan.beginCheckout')).toEqual([
      { path: 'plan.beginCheckout', input: { tier: 'pro' } },
    ]);
  });

  it('says it where the provider is away, still shows the plan, and may be tried again', async () => {
    const away = () => {
      throw new Refusal('UNAVAILABLE');
    };
    stub(plan(), { 'plan.beginCheckout': away, 'plan.offers': away });
    open('/plan');
    fireEvent.click((await card('Pro')).getByRole('button', { name: 'Go to payment' }));

    expect((await screen.findByRole('alert')).textContent).toContain(
      'The provider of payments does not answer',
    );
    expect((await card('Pro')).getByText('The price is shown before you pay')).toBeTruthy();
    expect((await card('Pro')).getByRole('button', { name: 'Go to payment' })).toBeTruthy();
  });

  it('offers nothing to pay where nothing is sold', async () => {
    const calls = stub(plan({ isForSale: false }));
    open('/plan?from=checkout');

    expect(await screen.findByText(/Tiers cannot be bought on this installation/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /pay|cancel/i })).toBeNull();
    expect(calls.map(({ path }) => path)).not.toContain('plan.offers');
  });

  it.each([
    ['goes on', { ...paid }, /Pro goes on by itself on April 13, 2027/],
    ['is cancelled', { ...paid, isEnding: true }, /Pro is cancelled and holds until April 13, 2027/],
    ['is past due', { ...paid, state: 'past_due' as const }, /did not go through/],
  ])(
    'says so where what is paid for %s, and leads to where it is changed',
    async (_, subscription, words) => {
      stub(plan({ tier: 'pro', subscription }));
      open('/plan');

      expect(await screen.findByText(words)).toBeTruthy();
      expect(screen.getByRole('button', { name: 'Change, pay or cancel' })).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Go to payment' })).toBeNull();
    },
  );

  it.each([
    ['complete', 'free', /Your payment was received. Waiting for the provider to confirm it/],
    ['open', 'free', /No payment has arrived so far/],
    ['none', 'free', /There is no payment under way/],
    ['complete', 'pro', /Thank you. Pro is yours/],
  ] as const)('tells who comes back what is known: a checkout %s, on %s', async (status, tier, words) => {
    stub(plan({ tier }), { 'plan.checkoutState': () => ({ status }) });
    open('/plan?from=checkout');

    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
  });
});

describe('money', () => {
  it.each([
    [1_900, 'EUR', '€19.00'],
    [500, 'JPY', '¥500'],
    [1_234, 'KWD', 'KWD 1.234'],
  ])('of %i in the smallest unit of %s is %s', (amount, currency, words) => {
    expect(money(amount, currency).replace('\u00a0', ' ')).toBe(words);
  });

  it('says how often it is paid', () => {
    expect([every('month', 1), every('month', 3)]).toEqual(['a month', 'every 3 months']);
  });
});
