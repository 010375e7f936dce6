import { describe, expect, it } from 'vitest';
import { type ConnectedModel, defaultTimeouts } from '../call/connected-model.ts';
import { createOfflineModel } from '../offline/offline-model.ts';
import { finishOfAnswer, finishOfBrokenCall } from './finish.ts';
import { knownPrices } from './price-list.ts';

const hosted: ConnectedModel = {
  description: { provider: 'openai', model: 'gpt-5-mini', offline: false },
  languageModel: createOfflineModel(),
  reportsUsageAs: 'provider',
  prices: knownPrices,
  timeouts: defaultTimeouts,
};
const offline: ConnectedModel = {
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
      outputTokens: 100,
      usageSource: 'provider',
      costUsd: '0.00045000',
      pricedOn: knownPrices.checkedOn,
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
      pricedOn: knownPrices.checkedOn,
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
