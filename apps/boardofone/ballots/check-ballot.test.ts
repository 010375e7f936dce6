import { describe, expect, it } from 'vitest';
import { type Ballot, confidenceTier } from './ballot.ts';
import { checkBallot } from './check-ballot.ts';
import { abstention, ballotOf, optionsOf } from './testing/rank.ts';

const options = optionsOf('ABC');

describe('a ballot', () => {
  it.each<[string, Ballot]>([
    ['a full one', ballotOf('1', 'A>B>C', { approvals: ['A', 'B'] })],
    ['one with ties', ballotOf('1', 'A=B>C')],
    ['one that only chooses', ballotOf('1', 'A', { ranking: [], approvals: [] })],
    ['an abstention', abstention('1')],
  ])('is good: %s', (_, ballot) => {
    expect(checkBallot(ballot, options)).toEqual([]);
  });

  it.each<[string, Partial<Ballot>]>([
    ['A vote names one option as its choice; who has none abstains.', { choice: null }],
    ['A vote names only options that stand for election, by their id.', { ranking: [['A'], ['Option B']] }],
    [
      'A vote names only options that stand for election, by their id.',
      { choice: 'X', ranking: [], approvals: [] },
    ],
    ['An option stands in the ranking once.', { ranking: [['A'], ['B'], ['A']] }],
    ['An option is approved of once.', { approvals: ['A', 'A'] }],
    ['The choice is ranked first.', { ranking: [['B'], ['A']] }],
    ['The choice is approved of.', { approvals: ['B'] }],
    ['An abstention names no option.', { abstained: true }],
  ])('is told “%s”', (words, part) => {
    expect(checkBallot({ ...ballotOf('1', 'A>B'), ...part }, options)).toEqual([words]);
  });
});

describe('a confidence between 0 and 1', () => {
  it.each([
    [0, 'low'],
    [0.62, 'low'],
    [0.63, 'medium'],
    [0.87, 'medium'],
    [0.88, 'high'],
    [1, 'high'],
  ])('of %d is %s', (confidence, tier) => {
    expect(confidenceTier(confidence)).toBe(tier);
  });

  it.each([-0.01, 1.01, 9.99, Number.NaN])('is not %d', (confidence) => {
    expect(() => confidenceTier(confidence)).toThrow(RangeError);
  });
});
