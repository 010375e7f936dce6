import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstCaseOfCall } from './call-cost.ts';
import { type EstimateInput, estimateSession } from './estimate.ts';
import { parseUsd } from './usd.ts';

const price = { input: '3', output: '15' };
const chair = { model: 'large', price };
const tokens = {
  problem: 800,
  instructions: 200,
  decomposition: { usual: 300, max: 1_000 },
  baseline: { usual: 300, max: 1_000 },
  position: { usual: 400, max: 1_000 },
  vote: { usual: 100, max: 500 },
  memo: { usual: 800, max: 2_000 },
};
const input = (part: Partial<EstimateInput> = {}): EstimateInput => ({
  seats: Array.from({ length: 5 }, () => ({ model: 'small', price: { input: '0.25', output: '2' } })),
  chair,
  maxRounds: 2,
  tokens,
  ...part,
});

describe('the worst case of a call', () => {
  it('is every token in and every token that may come out', () => {
    expect(worstCaseOfCall({ inputTokens: 1_000, maxOutputTokens: 500 }, price)).toBe(parseUsd('0.0105'));
  });

  it('is rounded up: never is less reserved than it may cost', () => {
    expect(worstCaseOfCall({ inputTokens: 1, maxOutputTokens: 0 }, { input: '0.000001', output: '0' })).toBe(
      1n,
    );
    expect(worstCaseOfCall({ inputTokens: 0, maxOutputTokens: 0 }, price)).toBe(0n);
  });

  it('grows with each of its parts', () => {
    const count = fc.nat(1_000_000);
    const usd = fc.nat(10_000_000).map((micro) => (micro / 1_000_000).toFixed(6));
    fc.assert(
      fc.property(count, count, usd, usd, (inputTokens, maxOutputTokens, input, output) => {
        const cost = worstCaseOfCall({ inputTokens, maxOutputTokens }, { input, output });
        const more = { inputTokens: inputTokens + 1, maxOutputTokens: maxOutputTokens + 1 };
        expect(worstCaseOfCall(more, { input, output })).toBeGreaterThanOrEqual(cost);
        expect(Number(cost) / 1e8).toBeCloseTo(
          (inputTokens * Number(input) + maxOutputTokens * Number(output)) / 1e6,
          6,
        );
      }),
    );
  });

  it.each(['', '-1', '1e3', '0.0000001', 'NaN'])('refuses “%s” for a price', (wrong) => {
    expect(() => worstCaseOfCall({ inputTokens: 1, maxOutputTokens: 1 }, { ...price, input: wrong })).toThrow(
      RangeError,
    );
  });
});

describe('the estimate of a session', () => {
  it('is low to high, with the calls that it takes', () => {
    const estimate = estimateSession(input());
    // Decomposition, baseline and memo; five seats in two rounds and a vote, or in three rounds and two votes.
    expect(estimate.calls).toEqual({ low: 3 + 5 * 3, high: 3 + 5 * 5 });
    expect(estimate.unpriced).toEqual([]);
    expect(estimate.words).toMatch(/^About \$0\.\d+ to \$0\.\d+ for 18 to 28 calls\.$/);
  });

  it('is by hand the same for one seat and no round after the blind one', () => {
    const { low } = estimateSession(input({ seats: [chair], maxRounds: 0 }));
    const calls = [
      [1_000, 300],
      [1_000, 300],
      [1_000, 400],
      [1_400, 100],
      [1_500, 800],
    ];
    const usd = calls.reduce((sum, [prompt = 0, answer = 0]) => sum + prompt * 3 + answer * 15, 0) / 1e6;
    expect(low).toBe(usd.toFixed(8));
  });

  it('is not lower than low, and grows with seats and rounds', () => {
    const seats = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(seats, fc.nat(5), (count, maxRounds) => {
        const of = (length: number, rounds: number) => {
          const { low, high } = estimateSession(
            input({ seats: Array.from({ length }, () => chair), maxRounds: rounds }),
          );
          return [parseUsd(low ?? ''), parseUsd(high ?? '')] as const;
        };
        const [low, high] = of(count, maxRounds);
        expect(high).toBeGreaterThan(low);
        expect(of(count + 1, maxRounds)[1]).toBeGreaterThan(high);
        expect(of(count, maxRounds + 1)[1]).toBeGreaterThan(high);
      }),
    );
  });

  it('is none where a price is missing, and it names the model', () => {
    const seats = [chair, { model: 'own', price: null }, { model: 'own', price: null }];
    expect(estimateSession(input({ seats }))).toMatchObject({
      low: null,
      high: null,
      unpriced: ['own'],
      words: 'No price is listed for own.',
    });
  });
});
