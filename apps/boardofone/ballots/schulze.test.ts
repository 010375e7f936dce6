import { describe, expect, it } from 'vitest';
import { schulze } from './schulze.ts';
import { abstention, optionsOf, rank } from './testing/rank.ts';

/** Schulze's first example, which Wikipedia explains as well. */
const fortyFive = rank([
  [5, 'A>C>B>E>D'],
  [5, 'A>D>E>C>B'],
  [8, 'B>E>D>A>C'],
  [3, 'C>A>B>E>D'],
  [7, 'C>A>E>B>D'],
  [2, 'C>B>A>D>E'],
  [7, 'D>C>E>B>A'],
  [8, 'E>B>A>D>C'],
]);

describe('the election of 45 voters in the paper of Schulze', () => {
  const result = schulze(fortyFive, optionsOf('ABCDE'));

  it('has the published preferences', () => {
    expect(result.preferences).toEqual({
      A: { B: 20, C: 26, D: 30, E: 22 },
      B: { A: 25, C: 16, D: 33, E: 18 },
      C: { A: 19, B: 29, D: 17, E: 24 },
      D: { A: 15, B: 12, C: 28, E: 14 },
      E: { A: 23, B: 27, C: 21, D: 31 },
    });
  });

  it('has the published strongest paths', () => {
    expect(result.strongestPaths).toEqual({
      A: { B: 28, C: 28, D: 30, E: 24 },
      B: { A: 25, C: 28, D: 33, E: 24 },
      C: { A: 25, B: 29, D: 29, E: 24 },
      D: { A: 25, B: 28, C: 28, E: 24 },
      E: { A: 25, B: 28, C: 28, D: 31 },
    });
  });

  it('ends E > A > C > B > D', () => {
    expect(result.ranking).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
    expect(result.winners).toEqual(['E']);
    expect(result.tally).toEqual({ A: 3, B: 1, C: 2, D: 0, E: 4 });
    expect(result.ties).toEqual([]);
    expect(result.words).toBe(
      '“Option E” does not win every pair, but nothing beats it by a stronger chain of majorities.',
    );
  });
});

describe('elections that others have published', () => {
  it('Schulze’s second example: thirty voters, and D at the head of a circle of four', () => {
    const ballots = rank([
      [5, 'A>C>B>D'],
      [2, 'A>C>D>B'],
      [3, 'A>D>C>B'],
      [4, 'B>A>C>D'],
      [3, 'C>B>D>A'],
      [3, 'C>D>B>A'],
      [1, 'D>A>C>B'],
      [5, 'D>B>A>C'],
      [4, 'D>C>B>A'],
    ]);
    expect(schulze(ballots, optionsOf('ABCD'))).toMatchObject({
      strongestPaths: {
        A: { B: 20, C: 20, D: 17 },
        B: { A: 19, C: 19, D: 17 },
        C: { A: 19, B: 21, D: 17 },
        D: { A: 18, B: 18, C: 18 },
      },
      ranking: [['D'], ['A'], ['C'], ['B']],
    });
  });

  it('Tennessee: Nashville beats each other city', () => {
    const ballots = rank([
      [42, 'M>N>C>K'],
      [26, 'N>C>K>M'],
      [15, 'C>K>N>M'],
      [17, 'K>C>N>M'],
    ]);
    const result = schulze(ballots, optionsOf('MNCK'));
    expect(result.ranking).toEqual([['N'], ['C'], ['K'], ['M']]);
    expect(result.words).toBe('“Option N” is preferred to each other option, compared pair by pair.');
  });

  it('Condorcet, 1785: sixty voters in a circle, and B by the stronger majorities', () => {
    const ballots = rank([
      [23, 'A>B>C'],
      [17, 'B>C>A'],
      [2, 'B>A>C'],
      [10, 'C>A>B'],
      [8, 'C>B>A'],
    ]);
    expect(schulze(ballots, optionsOf('ABC'))).toMatchObject({
      strongestPaths: { A: { B: 33, C: 33 }, B: { A: 35, C: 42 }, C: { A: 35, B: 33 } },
      ranking: [['B'], ['C'], ['A']],
    });
  });

  it('the paradox of three voters is a tie, and said to be one', () => {
    const ballots = rank([
      [1, 'A>B>C'],
      [1, 'B>C>A'],
      [1, 'C>A>B'],
    ]);
    const result = schulze(ballots, optionsOf('ABC'));
    expect(result.winners).toEqual(['A', 'B', 'C']);
    expect(result.ties).toEqual([
      ['A', 'B'],
      ['A', 'C'],
      ['B', 'C'],
    ]);
    expect(result.words).toBe(
      'A tie: compared pair by pair, none of “Option A”, “Option B”, and “Option C” is beaten by another.',
    );
  });
});

describe('incomplete ballots', () => {
  it('what is not ranked is last together', () => {
    const { preferences, ranking } = schulze(rank([[1, 'A']]), optionsOf('ABC'));
    expect(preferences).toEqual({ A: { B: 1, C: 1 }, B: { A: 0, C: 0 }, C: { A: 0, B: 0 } });
    expect(ranking).toEqual([['A'], ['B', 'C']]);
  });

  it('who ranks nothing puts the choice first', () => {
    const [ballot] = rank([[1, 'B']]).map((one) => ({ ...one, ranking: [] }));
    expect(schulze(ballot ? [ballot] : [], optionsOf('ABC')).ranking).toEqual([['B'], ['A', 'C']]);
  });

  it.each([
    ['everybody abstains', [abstention('one')]],
    ['everybody ties everything', rank([[2, 'A=B']])],
    ['there are no ballots', []],
  ])('names no winner where %s', (_, ballots) => {
    expect(schulze(ballots, optionsOf('AB'))).toMatchObject({
      winners: [],
      ranking: [],
      words: 'Nobody ranked an option above another.',
    });
  });
});
