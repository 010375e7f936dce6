import { describe, expect, it } from 'vitest';
import type { Billing } from '../call/connected-model.ts';
import { finishOfAnswer, finishOfBrokenCall } from './finish.ts';
import { knownPrices } from './price-list.ts';

const hosted: Billing = {
  description: { provider: 'openai', model: 'gpt-5-mini', offline: false },
  reportsUsageAs: 'provider',
  prices: knownPrices,
};
const offline: Billing = {
  ...hosted,
  description: { provider: 'offline', model: 'rehearsal', offline: true },
  reportsUsageAs: 'estimate',
};
const request = { system: '', messages: [{ role: 'user' as const, content: 'four' }] };
const whole = { reason: 'stop' as const, request, text: '12345678' };

describe('the finish of an answer', () => {
  it('carries reported figures, their price and the day of the price', () => {
    expect(finishOfAnswer(hosted, { ...whole, usage: { inputTokens: 1000, outputTokens: 100 } })).toEqual({
      reason: 'stop',
      provider: 'openai',
      model: 'gpt-5-mini',
      inputTokens: 1000,
      cachedInputTokens: null,
      outputTokens: 100,
      reasoningTokens: null,
      usageSource: 'provider',
      costUsd: '0.00045000',
      unpriced: null,
      pricedOn: '2026-11-21',
    });
  });

  it.each([
    [{}, 5, 2],
    [{ inputTokens: 9 }, 9, 2],
    [{ outputTokens: 9 }, 5, 9],
  ])('with only %j reported is an estimate', (usage, inputTokens, outputTokens) => {
    expect(finishOfAnswer(hosted, { ...whole, usage })).toMatchObject({
      usageSource: 'estimate',
      inputTokens,
      outputTokens,
      pricedOn: '2026-11-21',
    });
  });

  it('of the offline model is an estimate that costs nothing', () => {
    const usage = { inputTokens: 5, outputTokens: 2 };
    expect(finishOfAnswer(offline, { ...whole, usage })).toMatchObject({
      usageSource: 'estimate',
      costUsd: '0.00000000',
      pricedOn: null,
    });
  });
});

describe('the finish of a call that broke off', () => {
  it.each([{}, { inputTokens: 9 }, { outputTokens: 9 }])('with %j reported is unknown', (usage) => {
    expect(finishOfBrokenCall(hosted, usage)).toMatchObject({
      reason: 'other',
      usageSource: 'unknown',
      inputTokens: null,
      outputTokens: null,
      costUsd: null,
      unpriced: 'unknown-usage',
      pricedOn: null,
    });
  });

  it('bills what was reported by then', () => {
    expect(finishOfBrokenCall(hosted, { inputTokens: 1000, outputTokens: 100 })).toMatchObject({
      usageSource: 'provider',
      costUsd: '0.00045000',
    });
  });
});
