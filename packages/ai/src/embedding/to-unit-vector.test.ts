import { describe, expect, it } from 'vitest';
import { toUnitVector } from './to-unit-vector.ts';

describe('a vector', () => {
  it('gets the norm 1, and the declared length by zeros at its end', () => {
    expect(toUnitVector([3, 4], 2)).toEqual([0.6, 0.8]);
    expect(toUnitVector([3, 4], 4)).toEqual([0.6, 0.8, 0, 0]);
  });

  it.each([
    [[1, 2, 3], '3 dimensions'],
    [[], '0 dimensions'],
    [[0, 0], 'a vector without direction'],
    [[Number.NaN, 1], 'a vector without direction'],
    [[Number.POSITIVE_INFINITY, 1], 'a vector without direction'],
  ])('%j is no answer: %s', (vector, detail) => {
    expect(() => toUnitVector(vector, 2)).toThrow(
      expect.objectContaining({ code: 'MODEL_MALFORMED', detail }),
    );
  });
});
