import { describe, expect, it } from 'vitest';
import { findPrice, knownPrices, providerOfHost } from './price-list.ts';

describe('the price list', () => {
  it('says when and where its prices were looked up', () => {
    expect(knownPrices.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(knownPrices.source).toMatch(/^https:/);
  });

  it('finds a model and its dated snapshots', () => {
    expect(findPrice('openai', 'gpt-5-mini')).toEqual({
      input: '0.25',
      cachedInput: '0.025',
      output: '2.00',
    });
    expect(findPrice('openai', 'gpt-5-mini-2025-08-07')).toBe(findPrice('openai', 'gpt-5-mini'));
  });

  it.each([
    ['openai', 'gpt-999'],
    ['openai', 'toString'],
    ['openai-compatible', 'gpt-5-mini'],
  ])('has no price for %s / %s', (provider, model) => {
    expect(findPrice(provider, model)).toBeUndefined();
  });

  it('knows a provider by its host only', () => {
    expect(providerOfHost('api.openai.com')).toBe('openai');
    expect(providerOfHost('api.openai.com.example.org')).toBeUndefined();
  });
});
