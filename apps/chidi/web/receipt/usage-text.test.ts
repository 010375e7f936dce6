import { describe, expect, it } from 'vitest';
import { costText, sourceText, tokensText } from './usage-text.ts';

const usage = {
  inputTokens: 1_200,
  outputTokens: 80,
  costUsd: '0.00001834',
  source: 'provider' as const,
  pricedOn: '2026-11-01',
};

describe('tokens and cost in words', () => {
  it('tell a tiny cost from none', () => {
    expect(costText(usage, 'en-US')).toBe('$0.000018');
    expect(costText({ ...usage, costUsd: '2.5' }, 'en-US')).toBe('$2.50');
    expect(costText({ ...usage, costUsd: '0.00000000' }, 'en-US')).toBe('Nothing');
  });

  it('say so when no price is known', () => {
    expect(costText({ ...usage, costUsd: null }, 'en-US')).toBe('No price known');
    expect(costText(null, 'en-US')).toBe('No price known');
  });

  it('name the source of the figures', () => {
    expect(sourceText(usage)).toBe('Reported by the provider, at the prices of 2026-11-01');
    expect(sourceText({ ...usage, source: 'estimate', costUsd: null })).toBe('Estimated by Commons');
    expect(sourceText({ ...usage, source: 'unknown' })).toContain('Unknown');
    expect(sourceText(null)).toContain('Unknown');
  });

  it('never turn an unknown count into a number', () => {
    expect(tokensText(null)).toBe('Unknown');
    expect(tokensText(1_200, 'en-US')).toBe('1,200 tokens');
    expect(tokensText(1)).toBe('1 token');
  });
});
