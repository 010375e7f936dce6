import { describe, expect, it } from 'vitest';
import { readPaymentSettings } from './env.ts';

const whole = {
  STRIPE_SECRET_KEY: 'sk_test_planted',
  STRIPE_WEBHOOK_SECRET: 'whsec_planted',
  STRIPE_PRICE_PRO: 'price_new, price_old',
};

describe('the settings of payments', () => {
  it.each([{}, { STRIPE_SECRET_KEY: '', PAYMENTS: '' }])(
    'sell nothing where there are none: %o',
    (source) => {
      expect(readPaymentSettings(source)).toEqual({ kind: 'none' });
    },
  );

  it('name what is sold, and what is still honoured', () => {
    expect(readPaymentSettings({ ...whole, STRIPE_PRICE_ENTERPRISE: 'price_large' })).toEqual({
      kind: 'stripe',
      secretKey: 'sk_test_planted',
      webhookSecret: 'whsec_planted',
      prices: { pro: ['price_new', 'price_old'], enterprise: ['price_large'] },
    });
  });

  it.each([
    [{ ...whole, STRIPE_WEBHOOK_SECRET: '' }, 'STRIPE_WEBHOOK_SECRET is missing'],
    [{ STRIPE_PRICE_PRO: 'price_1' }, 'STRIPE_SECRET_KEY is missing'],
    [{ STRIPE_PRICE_ENTERPRISE: 'price_1' }, 'STRIPE_PRICE_PRO is missing'],
    [{ ...whole, STRIPE_SECRET_KEY: 'pk_live_planted' }, 'STRIPE_SECRET_KEY must be like sk_live_…'],
    [{ ...whole, STRIPE_PRICE_PRO: 'prod_planted' }, 'STRIPE_PRICE_PRO must be ids like price_1Abc'],
    [{ PAYMENTS: 'planted' }, 'PAYMENTS must be "demonstration"'],
    [{ PAYMENTS: 'demonstration', NODE_ENV: 'production' }, 'PAYMENTS must be empty in production'],
    [{ ...whole, PAYMENTS: 'demonstration' }, 'PAYMENTS must be empty where STRIPE_SECRET_KEY is set'],
  ])('by half or wrong are refused by name, without their values: %o', (source, words) => {
    const read = () => readPaymentSettings(source);

    expect(read).toThrow(words);
    expect(read).not.toThrow('planted');
  });

  it('let a stand-in sell for no money where somebody asks for it', () => {
    expect(readPaymentSettings({ PAYMENTS: 'demonstration' })).toEqual({ kind: 'demonstration' });
  });
});
