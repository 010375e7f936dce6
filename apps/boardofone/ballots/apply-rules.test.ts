import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRules } from './apply-rules.ts';
import type { Ballot } from './ballot.ts';
import { anyElection } from './testing/any-election.ts';
import { abstention, ballotOf, optionsOf, rank } from './testing/rank.ts';

const verdicts = (ballots: readonly Ballot[], letters: string) =>
  Object.fromEntries(applyRules(ballots, optionsOf(letters)).map(({ rule, winners }) => [rule, winners]));
const wordsOf = (ballots: readonly Ballot[], letters: string) =>
  applyRules(ballots, optionsOf(letters)).map(({ words }) => words);

/** As Wikipedia votes for the capital of Tennessee; each approves of its two favourites. */
const tennessee = rank([
  [42, 'M>N>C>K'],
  [26, 'N>C>K>M'],
  [15, 'C>K>N>M'],
  [17, 'K>C>N>M'],
]).map((ballot) => ({ ...ballot, approvals: ballot.ranking.flat().slice(0, 2) }));

describe('the same ballots under every rule', () => {
  it('Tennessee: plurality says Memphis, approval and pairs say Nashville', () => {
    expect(verdicts(tennessee, 'MNCK')).toEqual({
      plurality: ['M'],
      approval: ['N'],
      schulze: ['N'],
      confidence_weighted: ['M'],
    });
    const [plurality, approval] = applyRules(tennessee, optionsOf('MNCK'));
    expect(plurality?.tally).toEqual({ M: 42, N: 26, C: 15, K: 17 });
    expect(approval?.tally).toEqual({ M: 42, N: 68, C: 58, K: 32 });
  });

  it('clones split the first choices, but not the pairs', () => {
    const ballots = rank([
      [2, 'B>A=C'],
      [2, 'C>A=B'],
      [3, 'A>B=C'],
    ]).map((ballot) => (ballot.choice === 'A' ? ballot : { ...ballot, ranking: withTwin(ballot) }));
    expect(verdicts(ballots, 'ABC')).toMatchObject({ plurality: ['A'], schulze: ['B', 'C'] });
  });

  it('says in words who wins by what', () => {
    const ballots = [ballotOf('1', 'A>B'), ballotOf('2', 'A>B', { confidence: 'low' }), ballotOf('3', 'B>A')];
    expect(wordsOf(ballots, 'AB')).toEqual([
      '“Option A” is the first choice of 2 of 3 seats.',
      '“Option A” is acceptable to 2 of 3 seats, more than any other.',
      '“Option A” is preferred to each other option, compared pair by pair.',
      '“Option A” leads with 1.5 points. Confidence counts in three coarse tiers, because what a persona says of itself is not a probability.',
    ]);
  });

  it('reports ties, and that nobody voted', () => {
    const tie = [ballotOf('1', 'A>B', { weight: 1.5 }), ballotOf('2', 'B>A', { weight: 1.5 })];
    expect(wordsOf(tie, 'AB').map((words) => words.split('.')[0])).toEqual([
      'A tie: “Option A” and “Option B” are each the first choice of 1 of 2 seats',
      'A tie: “Option A” and “Option B” are each acceptable to 1 of 2 seats',
      'A tie: compared pair by pair, none of “Option A” and “Option B” is beaten by another',
      'A tie: “Option A” and “Option B” have 1',
    ]);
    expect(wordsOf([abstention('1')], 'AB')).toEqual([
      'Nobody chose an option.',
      'Nobody approved of an option.',
      'Nobody ranked an option above another.',
      'Nobody chose an option.',
    ]);
  });

  it('three tenths are a tie with a tenth and two, whatever floating point makes of them', () => {
    const ballots = [
      ballotOf('1', 'A>B', { weight: 0.1 }),
      ballotOf('2', 'A>B', { weight: 0.2 }),
      ballotOf('3', 'B>A', { weight: 0.3 }),
    ];
    for (const { winners } of applyRules(ballots, optionsOf('AB'))) expect(winners).toEqual(['A', 'B']);
  });

  it('names the weight where the seats weigh differently', () => {
    const ballots = [ballotOf('1', 'A>B', { weight: 1.5 }), ballotOf('2', 'B>A')];
    expect(wordsOf(ballots, 'AB')[0]).toBe('“Option A” is the first choice of 1.5 of 2.5 by weight.');
  });
});

describe('approval', () => {
  it('counts the choice, approved of or not', () => {
    const ballots = [ballotOf('1', 'A', { approvals: [] }), ballotOf('2', 'B', { approvals: ['A', 'B'] })];
    expect(applyRules(ballots, optionsOf('AB'))[1]?.tally).toEqual({ A: 2, B: 1 });
  });
});

describe('confidence', () => {
  it('counts in tiers, and none counts as low', () => {
    const ballots = [
      ballotOf('1', 'A', { confidence: 'high' }),
      ballotOf('2', 'B', { confidence: 'medium' }),
      ballotOf('3', 'C', { confidence: 'low' }),
      ballotOf('4', 'D', { confidence: null, weight: 2 }),
    ];
    expect(applyRules(ballots, optionsOf('ABCD'))[3]?.tally).toEqual({ A: 1, B: 0.75, C: 0.5, D: 1 });
  });

  it('at most ties an option that has two thirds', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const [plurality, , , weighted] = applyRules(ballots, options);
        const [first = ''] = plurality?.winners ?? [];
        const all = Object.values(plurality?.tally ?? {}).reduce(
          (sum, count) => sum + Math.round(count * 10),
          0,
        );
        fc.pre(all > 0 && Math.round((plurality?.tally[first] ?? 0) * 10) * 3 >= all * 2);
        expect(weighted?.winners).toContain(first);
      }),
    );
  });
});

describe('whatever the rule', () => {
  it('anonymity: the order of the ballots and the names of the seats change nothing', () => {
    fc.assert(
      fc.property(
        anyElection.chain((one) =>
          fc.tuple(fc.constant(one), fc.shuffledSubarray(one.ballots, { minLength: one.ballots.length })),
        ),
        ([{ ballots, options }, shuffled]) => {
          const renamed = shuffled.map((ballot, index) => ({ ...ballot, seatId: `other-${index}` }));
          expect(applyRules(renamed, options)).toEqual(applyRules(ballots, options));
        },
      ),
    );
  });

  it('neutrality: options that exchange their names exchange their fates', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const swap = (id: string) => ({ A: 'B', B: 'A' })[id] ?? id;
        const swapped = ballots.map((ballot) => ({
          ...ballot,
          choice: ballot.choice === null ? null : swap(ballot.choice),
          ranking: ballot.ranking.map((group) => group.map(swap)),
          approvals: ballot.approvals.map(swap),
        }));
        const before = applyRules(ballots, options).map(({ winners }) => winners.map(swap).sort());
        expect(applyRules(swapped, options).map(({ winners }) => winners.toSorted())).toEqual(before);
      }),
    );
  });

  it('abstentions are not counted', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const more = [...ballots, abstention('late', 7)];
        expect(applyRules(more, options)).toEqual(applyRules(ballots, options));
      }),
    );
  });
});

/** B and C are twins: who likes one puts the other next. */
function withTwin({ choice }: Ballot): string[][] {
  return choice === 'B' ? [['B'], ['C'], ['A']] : [['C'], ['B'], ['A']];
}
