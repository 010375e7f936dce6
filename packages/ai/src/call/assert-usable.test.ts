import { describe, expect, it } from 'vitest';
import type { ModelFinish } from '../port.ts';
import { assertUsable } from './assert-usable.ts';

const finish = (reason: ModelFinish['reason']): ModelFinish => ({
  reason,
  provider: 'p',
  model: 'm',
  inputTokens: 1,
  cachedInputTokens: null,
  outputTokens: 1,
  reasoningTokens: null,
  costUsd: null,
  unpriced: 'unlisted-model',
  usageSource: 'provider',
  pricedOn: null,
});

describe('an answer', () => {
  it.each([
    ['Hello.', 'stop'],
    ['Hello', 'length'],
    ['', 'length'],
    ['Hello.', 'other'],
  ] as const)('of %j that ended by %s is usable', (text, reason) => {
    expect(() => assertUsable(text, finish(reason))).not.toThrow();
  });

  it.each([
    ['Hel', 'content-filter', 'MODEL_REFUSED'],
    ['', 'content-filter', 'MODEL_REFUSED'],
    [' \n', 'stop', 'MODEL_MALFORMED'],
  ] as const)('of %j that ended by %s fails as %s, with its usage', (text, reason, code) => {
    const partialUsage = finish(reason);
    expect(() => assertUsable(text, partialUsage)).toThrow(expect.objectContaining({ code, partialUsage }));
  });
});
