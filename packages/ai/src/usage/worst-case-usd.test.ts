import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateRequestTokens } from './estimate-tokens.ts';
import { knownPrices, type PriceList } from './price-list.ts';
import { worstCaseUsd } from './worst-case-usd.ts';

const prices: PriceList = {
  ...knownPrices,
  prices: [
    {
      provider: 'anthropic',
      model: 'small',
      validFrom: '2026-01-01',
      input: '1',
      output: '5',
      source: 'https://example.org/prices',
      asOf: '2026-01-01',
    },
  ],
};
const small = { provider: 'anthropic', model: 'small', offline: false };
const at = new Date('2026-11-21T00:00:00Z');
const call = { system: 'a'.repeat(300), messages: [], maxOutputTokens: 1_000 };

describe('the worst case of a call', () => {
  it('is every byte of its prompt and the longest answer', () => {
    // (100 + 50) tokens at a dollar and 1,000 at five dollars per million.
    expect(worstCaseUsd(small, call, at, prices)).toBe('0.00515000');
  });

  it('is never less than what the prompt is estimated at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (system) => {
        const worst = worstCaseUsd(small, { system, messages: [], maxOutputTokens: 0 }, at, prices);
        return Number(worst) * 1e6 >= estimateRequestTokens({ system, messages: [] });
      }),
    );
  });

  it('is that of the model that is asked for', () => {
    expect(worstCaseUsd(small, { ...call, model: 'unheard-of' }, at, prices)).toBeNull();
  });

  it('is nothing for a rehearsal', () => {
    expect(worstCaseUsd({ ...small, offline: true }, call, at, prices)).toBe('0.00000000');
  });
});
