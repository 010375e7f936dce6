import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promptSeed, shuffle } from './shuffle.ts';

describe('a shuffle', () => {
  it('loses nothing, adds nothing, and is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = shuffle(items, seed);
        expect(shuffled.toSorted()).toEqual(items.toSorted());
        expect(shuffle(items, seed)).toEqual(shuffled);
      }),
    );
  });

  it('stays what it was: orders of old sessions are explained by it', () => {
    expect(shuffle([...'ABCDEFG'], 42).join('')).toBe('DEFCBGA');
  });

  it('puts everybody in every place about as often', () => {
    const seats = [...'ABCDE'];
    const rounds = 2_000;
    const firsts = seats.map(
      (seat) =>
        Array.from({ length: rounds }, (_, session) => shuffle(seats, promptSeed(session, 2, 1))).filter(
          ([first]) => first === seat,
        ).length,
    );
    for (const count of firsts) expect(Math.abs(count - rounds / 5)).toBeLessThan(rounds * 0.04);
  });

  it('has another seed for each prompt', () => {
    const seeds = [1, 2, 3].flatMap((round) =>
      [1, 2, 3, 4, 5, 6, 7].map((seat) => promptSeed(42, round, seat)),
    );
    expect(new Set(seeds).size).toBe(21);
  });
});
