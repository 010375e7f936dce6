import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voteForecast } from './vote-forecast.ts';

describe('what a ballot makes likely', () => {
  it('is its confidence for its own option, and a share of the rest for another', () => {
    expect(voteForecast({ optionId: 'a', confidence: 0.8 }, 'a', 3)).toBe(0.8);
    expect(voteForecast({ optionId: 'a', confidence: 0.8 }, 'b', 3)).toBeCloseTo(0.1);
  });

  it('sums up to one over all options', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 7 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, confidence) => {
          const ids = Array.from({ length: n }, (_, index) => String(index));
          const sum = ids.reduce((so, id) => so + voteForecast({ optionId: '0', confidence }, id, n), 0);
          expect(sum).toBeCloseTo(1);
        },
      ),
    );
  });
});
