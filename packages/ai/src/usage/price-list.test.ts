import { describe, expect, it } from 'vitest';
import { findPrice, knownPrices, type PriceList, providerOfHost } from './price-list.ts';

const { prices } = knownPrices;
const at = new Date('2026-11-21T12:00:00Z');

describe('the price list', () => {
  it('has one price for a model on each day, and the earliest first', () => {
    const inOrder = [...prices].sort((one, other) => one.validFrom.localeCompare(other.validFrom));
    const starts = inOrder.map(({ provider, model, validFrom }) => `${provider} ${model} ${validFrom}`);
    expect(new Set(starts).size).toBe(starts.length);
  });

  it.each(prices)('says of $provider $model no more than its source can tell', (price) => {
    expect(Object.values(knownPrices.hosts)).toContain(price.provider);
    expect(price.validFrom <= price.asOf).toBe(true);
    expect(price.model).not.toMatch(/-\d{4}-\d{2}-\d{2}$|-\d{8}$/);
    expect(Number(price.cachedInput ?? 0)).toBeLessThanOrEqual(Number(price.input));
  });

  it.each([
    ['openai', 'gpt-5-mini', 'gpt-5-mini-2025-08-07'],
    ['anthropic', 'claude-haiku-4-5', 'claude-haiku-4-5-20251001'],
  ])('finds %s %s and its dated snapshots', (provider, model, snapshot) => {
    expect(findPrice({ provider, model, at })).toMatchObject({ provider, model });
    expect(findPrice({ provider, model: snapshot, at })).toBe(findPrice({ provider, model, at }));
  });

  it.each([
    ['openai', 'gpt-999'],
    ['openai', 'toString'],
    ['openai', 'claude-haiku-4-5'],
    ['openai-compatible', 'gpt-5-mini'],
  ])('has no price for %s / %s', (provider, model) => {
    expect(findPrice({ provider, model, at })).toBeUndefined();
  });

  it('knows a provider by its host only', () => {
    expect(providerOfHost('api.openai.com')).toBe('openai');
    expect(providerOfHost('api.openai.com.example.org')).toBeUndefined();
    expect(providerOfHost('constructor')).toBeUndefined();
  });
});

describe('a price that changes', () => {
  const entry = { provider: 'p', model: 'm', output: '1', source: 'https://example.com', asOf: '2026-03-01' };
  const list: PriceList = {
    ...knownPrices,
    prices: [
      { ...entry, validFrom: '2026-02-01', input: '2' },
      { ...entry, validFrom: '2026-01-01', input: '1' },
    ],
  };

  it.each([
    ['2025-12-31T23:59:59Z', undefined],
    ['2026-01-01T00:00:00Z', '1'],
    ['2026-01-31T23:59:59Z', '1'],
    ['2026-02-01T00:00:00Z', '2'],
    ['2030-01-01T00:00:00Z', '2'],
  ])('is at %s %s', (time, input) => {
    expect(findPrice({ provider: 'p', model: 'm', at: new Date(time) }, list)?.input).toBe(input);
  });
});
