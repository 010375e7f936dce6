import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condorcet } from './condorcet.ts';
import { beats, pairwise } from './pairwise.ts';
import { anyElection, anyStrictElection } from './testing/any-election.ts';
import { optionsOf, rank } from './testing/rank.ts';

describe('what the majorities say together', () => {
  it('a Condorcet winner beats every other', () => {
    const ballots = rank([
      [42, 'M>N>C>K'],
      [26, 'N>C>K>M'],
      [15, 'C>K>N>M'],
      [17, 'K>C>N>M'],
    ]);
    expect(condorcet(ballots, optionsOf('MNCK'))).toEqual({ winner: 'N', smithSet: ['N'], cycle: null });
  });

  it('the paradox of Condorcet is shown as the circle that it is', () => {
    const ballots = rank([
      [23, 'A>B>C'],
      [17, 'B>C>A'],
      [2, 'B>A>C'],
      [10, 'C>A>B'],
      [8, 'C>B>A'],
    ]);
    expect(condorcet(ballots, optionsOf('ABC'))).toEqual({
      winner: null,
      smithSet: ['A', 'B', 'C'],
      cycle: [
        { winner: 'A', loser: 'B', votesFor: 33, votesAgainst: 27 },
        { winner: 'B', loser: 'C', votesFor: 42, votesAgainst: 18 },
        { winner: 'C', loser: 'A', votesFor: 35, votesAgainst: 25 },
      ],
    });
  });

  it('a circle below the winner is nobody’s concern', () => {
    const ballots = rank([
      [1, 'W>A>B>C'],
      [1, 'W>B>C>A'],
      [1, 'W>C>A>B'],
    ]);
    expect(condorcet(ballots, optionsOf('ABCW'))).toEqual({ winner: 'W', smithSet: ['W'], cycle: null });
  });

  it('a tie is no circle', () => {
    const ballots = rank([
      [1, 'A>B>C'],
      [1, 'B>A>C'],
    ]);
    expect(condorcet(ballots, optionsOf('ABC'))).toEqual({ winner: null, smithSet: ['A', 'B'], cycle: null });
  });
});

describe('in any election', () => {
  it('the steps of a circle are majorities, and it closes', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const { winner, cycle, smithSet } = condorcet(ballots, options);
        if (!cycle) return;
        expect(winner).toBeNull();
        expect(cycle.length).toBeGreaterThanOrEqual(3);
        expect(new Set(cycle.map((step) => step.winner)).size).toBe(cycle.length);
        cycle.forEach((step, index) => {
          expect(step.votesFor).toBeGreaterThan(step.votesAgainst);
          expect(step.loser).toBe(cycle[(index + 1) % cycle.length]?.winner);
          expect(smithSet).toContain(step.winner);
        });
      }),
    );
  });

  it('there is a circle exactly where nobody beats all others and no pair is tied', () => {
    fc.assert(
      fc.property(anyStrictElection, ({ ballots, options }) => {
        const { winner, cycle } = condorcet(ballots, options);
        expect(cycle === null).toBe(winner !== null);
      }),
      { numRuns: 300 },
    );
  });

  it('the Smith set beats everything outside it, and no smaller set does', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const ids = options.map(({ id }) => id);
        const preferences = pairwise(ballots, options);
        const dominates = (set: readonly string[]) =>
          set.length > 0 &&
          ids.every(
            (other) => set.includes(other) || set.every((member) => beats(preferences, member, other)),
          );
        const { smithSet } = condorcet(ballots, options);
        const subsets = Array.from({ length: 2 ** ids.length }, (_, bits) =>
          ids.filter((_id, index) => (bits >> index) & 1),
        );
        const smallest = subsets.filter(dominates).sort((one, other) => one.length - other.length)[0];
        expect(smithSet).toEqual(smallest);
      }),
    );
  });
});
