import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot } from './ballot.ts';
import { outcomeOf } from './outcome.ts';
import { anyElection } from './testing/any-election.ts';
import { abstention, ballotOf, optionsOf, rank } from './testing/rank.ts';

const outcome = (ballots: Ballot[], letters = 'ABC', quorum = 3) =>
  outcomeOf(
    ballots,
    optionsOf(letters),
    ballots.map(({ seatId, weight }) => ({ seatId, weight })),
    quorum,
  );

describe('an outcome is decided', () => {
  it('where every rule names one option that has two thirds', () => {
    expect(
      outcome(
        rank([
          [4, 'A>B>C'],
          [2, 'B>A>C'],
        ]),
      ),
    ).toEqual({
      kind: 'decided',
      optionId: 'A',
      leading: ['A'],
      agreeing: ['plurality', 'approval', 'schulze', 'confidence_weighted'],
      disagreeing: [],
      undecided: [],
      rules: expect.any(Array),
      cycle: null,
      turnout: { seats: 6, voted: 6, quorum: 3, baseWeight: 6, votedWeight: 6 },
      participation: 1,
      support: 4 / 6,
      words: 'Decided: “Option A” wins under every rule and is the first choice of 4 of a base weight of 6.',
    });
  });

  it('and a tie under one rule is told', () => {
    const ballots = rank([[3, 'A>B']]).map((ballot) => ({ ...ballot, approvals: ['A', 'B'] }));
    expect(outcome(ballots, 'AB')).toMatchObject({
      kind: 'decided',
      undecided: [{ rule: 'approval', winners: ['A', 'B'] }],
      words: expect.stringContaining('Most approvals: a tie of “Option A” and “Option B”.'),
    });
  });

  it('by exact weights: ten tenths are no less than one', () => {
    const ballots = [...rank([[6, 'A>B']]), ...rank([[3, 'B>A']])].map((ballot, index) => ({
      ...ballot,
      seatId: String(index),
      weight: 0.1,
    }));
    expect(outcome(ballots, 'AB').kind).toBe('decided');
  });
});

describe('an outcome is split', () => {
  it('where the winner has less than two thirds of the base weight', () => {
    expect(
      outcome(
        rank([
          [3, 'A>B'],
          [2, 'B>A'],
        ]),
        'AB',
      ),
    ).toMatchObject({
      kind: 'split',
      optionId: null,
      leading: ['A'],
      support: 0.6,
      words:
        'Split: “Option A” leads under every rule, but is the first choice of 3 of a base weight of 5; two thirds are needed. The decision is yours.',
    });
  });

  it('because abstentions do not shrink the base weight', () => {
    const three = rank([[3, 'A>B']]);
    expect(outcome([...three, abstention('x')], 'AB').kind).toBe('decided');
    expect(outcome([...three, abstention('x'), abstention('y')], 'AB')).toMatchObject({
      kind: 'split',
      support: 0.6,
    });
  });

  it('because a seat without any ballot is an abstention, too', () => {
    const ballots = rank([[3, 'A>B']]);
    const panel = [...ballots, { seatId: 'y', weight: 1 }, { seatId: 'z', weight: 1 }];
    expect(outcomeOf(ballots, optionsOf('AB'), panel, 3)).toMatchObject({
      kind: 'split',
      participation: 0.6,
      turnout: { seats: 5, voted: 3, baseWeight: 5, votedWeight: 3 },
    });
  });

  it('below quorum, however much they agree', () => {
    const ballots = [ballotOf('1', 'A>B', { weight: 9 }), ballotOf('2', 'A>B'), abstention('3')];
    expect(outcome(ballots, 'AB')).toMatchObject({
      kind: 'split',
      words: 'Split: 2 of 3 seats voted, and 3 are needed. The decision is yours.',
    });
  });

  it('where nobody votes', () => {
    expect(outcome([abstention('1')], 'AB', 0)).toMatchObject({ kind: 'split', leading: [], optionId: null });
  });

  it('where two are tied under every rule', () => {
    const ballots = [
      ...rank([
        [2, 'A>B'],
        [2, 'B>A'],
      ]),
    ];
    expect(outcome(ballots, 'AB')).toMatchObject({
      kind: 'split',
      leading: ['A', 'B'],
      agreeing: [],
      words: 'Split: “Option A” and “Option B” are tied under every rule. The decision is yours.',
    });
  });
});

describe('an outcome is contested', () => {
  const tennessee = rank([
    [42, 'M>N>C>K'],
    [26, 'N>C>K>M'],
    [15, 'C>K>N>M'],
    [17, 'K>C>N>M'],
  ]);

  it('where the rules disagree, and it names them', () => {
    expect(outcome(tennessee, 'MNCK')).toMatchObject({
      kind: 'contested',
      optionId: null,
      leading: ['M'],
      agreeing: ['plurality', 'approval', 'confidence_weighted'],
      disagreeing: [{ rule: 'schulze', winners: ['N'] }],
      words:
        'Contested: it depends on how the votes are counted. Most first choices: “Option M”; Most approvals: “Option M”; Pair by pair (Schulze): “Option N”; Weighted by confidence: “Option M”. The decision is yours.',
    });
  });

  it('even with two thirds of the first choices', () => {
    const ballots = [
      ...rank([[4, 'A>B']]).map((ballot) => ({ ...ballot, approvals: ['A', 'B'] })),
      ballotOf('x', 'B>A'),
      ballotOf('y', 'B>A'),
    ];
    expect(outcome(ballots, 'AB')).toMatchObject({
      kind: 'contested',
      support: 4 / 6,
      disagreeing: [{ rule: 'approval', winners: ['B'] }],
    });
  });
});

describe('a circle', () => {
  it('is contested or split, and shown', () => {
    const ballots = rank([
      [3, 'A>B>C'],
      [2, 'B>C>A'],
      [2, 'C>A>B'],
    ]);
    expect(outcome(ballots)).toMatchObject({ kind: 'split', leading: ['A'], cycle: ['A', 'B', 'C'] });
  });
});

describe('in any election', () => {
  it('an option is recommended only with quorum, two thirds of the base weight and no rule against it', () => {
    fc.assert(
      fc.property(anyElection, fc.nat(5), ({ ballots, options }, quorum) => {
        const result = outcome(ballots, options.map(({ id }) => id).join(''), quorum);
        expect(result.optionId !== null).toBe(result.kind === 'decided');
        expect([...result.agreeing, ...result.disagreeing, ...result.undecided]).toHaveLength(4);
        if (result.kind !== 'decided') return;
        expect(result.disagreeing).toEqual([]);
        expect(result.leading).toEqual([result.optionId]);
        expect(result.turnout.voted).toBeGreaterThanOrEqual(quorum);
        const share = (only: (ballot: Ballot) => boolean) =>
          ballots.filter(only).reduce((sum, { weight }) => sum + Math.round(weight * 10), 0);
        expect(share(({ choice }) => choice === result.optionId) * 3).toBeGreaterThanOrEqual(
          share(() => true) * 2,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('a further abstention never decides anything', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const letters = options.map(({ id }) => id).join('');
        const before = outcome(ballots, letters).kind;
        const after = outcome([...ballots, abstention('late')], letters).kind;
        if (after === 'decided') expect(before).toBe('decided');
      }),
    );
  });

  it('the weight is the one that was locked, not the one on the ballot', () => {
    const ballots = [ballotOf('1', 'A>B', { weight: 100 }), ballotOf('2', 'B>A'), ballotOf('3', 'B>A')];
    const panel = ['1', '2', '3'].map((seatId) => ({ seatId, weight: 1 }));
    expect(outcomeOf(ballots, optionsOf('AB'), panel, 2)).toMatchObject({ kind: 'decided', optionId: 'B' });
    expect(() => outcomeOf([ballotOf('stranger', 'A')], optionsOf('AB'), panel, 1)).toThrow(RangeError);
  });
});
