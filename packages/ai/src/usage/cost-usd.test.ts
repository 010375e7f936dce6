import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costUsd } from './cost-usd.ts';

const price = { input: '0.25', cachedInput: '0.025', output: '2.00' };
const none = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
const tokens = fc.nat(2_000_000_000);

describe('the cost of a call', () => {
  it.each([
    [none, '0.00000000'],
    [{ ...none, inputTokens: 1_000_000 }, '0.25000000'],
    [{ ...none, outputTokens: 1_000_000 }, '2.00000000'],
    [{ ...none, inputTokens: 1 }, '0.00000025'],
    [{ ...none, inputTokens: 1000, cachedInputTokens: 1000 }, '0.00002500'],
    [{ inputTokens: 1234, cachedInputTokens: 1000, outputTokens: 567 }, '0.00121750'],
  ])('of %j is %s', (counts, cost) => {
    expect(costUsd(price, counts)).toBe(cost);
  });

  it('rounds half up in the eighth place', () => {
    const tiny = { input: '0.005', cachedInput: '0', output: '0' };
    expect(costUsd(tiny, { ...none, inputTokens: 1 })).toBe('0.00000001');
  });

  it('is unknown above the tariff of the price list', () => {
    const tiered = { ...price, upToInputTokens: 100 };
    expect(costUsd(tiered, { ...none, inputTokens: 100 })).toBe('0.00002500');
    expect(costUsd(tiered, { ...none, inputTokens: 101 })).toBeNull();
  });

  it('counts what went into a cache at its own price', () => {
    const caching = { ...price, cacheWrite: '1.00' };
    const tokens = { ...none, inputTokens: 1000, cachedInputTokens: 500, cacheWriteTokens: 400 };
    expect(costUsd(caching, tokens)).toBe('0.00043750');
  });

  it('is unknown for a cache that the price list does not price', () => {
    const { cachedInput: _, ...uncached } = price;
    expect(costUsd(price, { ...none, inputTokens: 10, cacheWriteTokens: 1 })).toBeNull();
    expect(costUsd(uncached, { ...none, inputTokens: 10, cachedInputTokens: 1 })).toBeNull();
  });

  it('does not go below zero when a server reports more cached input than input', () => {
    expect(costUsd(price, { inputTokens: 10, cachedInputTokens: 1000, outputTokens: 0 })).toBe('0.00000025');
  });

  it('is a decimal with eight places that agrees with exact arithmetic for any counts', () => {
    fc.assert(
      fc.property(tokens, tokens, tokens, (inputTokens, cachedInputTokens, outputTokens) => {
        const cost = costUsd(price, { inputTokens, cachedInputTokens, outputTokens }) ?? '';
        const cached = Math.min(inputTokens, cachedInputTokens);
        const thousandths =
          BigInt(inputTokens - cached) * 250n + BigInt(cached) * 25n + BigInt(outputTokens) * 2000n;
        expect(cost).toMatch(/^\d+\.\d{8}$/);
        expect(BigInt(cost.replace('.', ''))).toBe((thousandths + 5n) / 10n);
      }),
    );
  });
});
