import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Argument, minorityReport } from './minority-report.ts';
import { anyElection } from './testing/any-election.ts';
import { abstention, ballotOf, optionsOf } from './testing/rank.ts';

const options = optionsOf('ABCD');
const ballots = [
  ballotOf('1', 'A'),
  ballotOf('2', 'A'),
  ballotOf('3', 'B'),
  ballotOf('4', 'C', { weight: 1.5 }),
  abstention('5'),
];
const argument = (
  contributionId: string,
  seatId: string,
  optionId: string,
  part: Partial<Argument> = {},
) => ({
  contributionId,
  seatId,
  optionId,
  round: 1,
  text: `Said in ${contributionId}`,
  facts: 0,
  isNovel: false,
  dealbreaker: '',
  ...part,
});

describe('the minority report', () => {
  it('has every losing position with a supporter, the best supported first', () => {
    const report = minorityReport(ballots, options, 'A', []);
    expect(report.map(({ optionId, seatIds }) => [optionId, seatIds])).toEqual([
      ['C', ['4']],
      ['B', ['3']],
    ]);
  });

  it('has every position where nothing was decided', () => {
    expect(minorityReport(ballots, options, null, []).map(({ optionId }) => optionId)).toEqual([
      'A',
      'C',
      'B',
    ]);
  });

  it.each<[string, Argument, Argument]>([
    [
      'more facts',
      argument('x', '3', 'B', { facts: 2 }),
      argument('a', '3', 'B', { isNovel: true, round: 3 }),
    ],
    ['a new argument', argument('x', '3', 'B', { isNovel: true }), argument('a', '3', 'B', { round: 3 })],
    ['what was said last', argument('x', '3', 'B', { round: 2 }), argument('a', '3', 'B')],
    ['the lower id', argument('x', '3', 'B'), argument('y', '3', 'B')],
    ['a supporter', argument('x', '3', 'B'), argument('a', '1', 'B', { facts: 5 })],
    ['the same option', argument('x', '3', 'B'), argument('a', '3', 'A', { facts: 5 })],
  ])('quotes the strongest: %s', (_, stronger, weaker) => {
    for (const contributions of [
      [stronger, weaker],
      [weaker, stronger],
    ]) {
      const [, position] = minorityReport(ballots, options, 'A', contributions);
      expect(position).toMatchObject({ contributionId: stronger.contributionId, quote: stronger.text });
    }
  });

  it('quotes who spoke for it, where its supporters did not', () => {
    const spoken = argument('x', '1', 'B');
    expect(minorityReport(ballots, options, 'A', [spoken])[1]?.quote).toBe('Said in x');
    expect(minorityReport(ballots, options, 'A', [])[1]).toMatchObject({ contributionId: null, quote: '' });
  });

  it('has the last dealbreaker of each supporter', () => {
    const contributions = [
      argument('a', '3', 'B', { dealbreaker: 'No cash by June' }),
      argument('b', '3', 'B', { round: 2, dealbreaker: 'No cash by May' }),
      argument('c', '3', 'B', { round: 3 }),
    ];
    expect(minorityReport(ballots, options, 'A', contributions)[1]?.dealbreakers).toEqual(['No cash by May']);
  });

  it('leaves out no seat that voted for something else', () => {
    fc.assert(
      fc.property(anyElection, (election) => {
        const told = minorityReport(election.ballots, election.options, 'A', []);
        const dissenting = election.ballots.filter(({ choice }) => choice !== null && choice !== 'A');
        expect(told.flatMap(({ seatIds }) => seatIds).toSorted()).toEqual(
          dissenting.map(({ seatId }) => seatId).toSorted(),
        );
      }),
    );
  });
});
