import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EstimatedModel, type EstimateInput, estimateSession } from './estimate.ts';
import { formatUsd, parseUsd } from './usd.ts';

/** What a model costs whose price is so many dollars for a million tokens in and out. */
const priceOf =
  (input: number, output: number): EstimatedModel['priceOf'] =>
  ({ inputTokens, outputTokens }) =>
    formatUsd(BigInt(Math.round(100 * (inputTokens * input + outputTokens * output))));
const chair = { model: 'large', priceOf: priceOf(3, 15) };
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
  seats: Array.from({ length: 5 }, () => ({ model: 'small', priceOf: priceOf(0.25, 2) })),
  chair,
  maxRounds: 2,
  tokens,
  ...part,
});

describe('the estimate of a session', () => {
  it('is low to high, with the calls that it takes', () => {
    const estimate = estimateSession(input());
    // Decomposition, baseline and memo; five seats in two rounds and a vote, or in three rounds and two votes.
    expect(estimate.calls).toEqual({ low: 3 + 5 * 3, high: 3 + 5 * 5 });
    expect(estimate.unpriced).toEqual([]);
    expect(estimate.words).toMatch(/^About \$0\.\d+ to \$0\.\d+ for 18 to 28 calls\.$/);
  });

  it('says that a rehearsal costs nothing', () => {
    const free = { model: 'rehearsal', priceOf: priceOf(0, 0) };
    const { words } = estimateSession(input({ chair: free, seats: [free, free, free] }));

    expect(words).toMatch(/^Nothing for \d+ to \d+ calls\.$/);
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
    const own = { model: 'own', priceOf: () => null };
    const seats = [chair, own, own];
    expect(estimateSession(input({ seats }))).toMatchObject({
      low: null,
      high: null,
      unpriced: ['own'],
      words: 'No price is listed for own.',
    });
  });
});
