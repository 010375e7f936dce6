import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot, OptionId } from './ballot.ts';
import { condorcet } from './condorcet.ts';
import { at, beats, type PairMatrix } from './pairwise.ts';
import { schulze } from './schulze.ts';
import { anyElection, anyStrictElection } from './testing/any-election.ts';
import { optionsOf } from './testing/rank.ts';

const winnersOf = (ballots: Ballot[], ids: string) => schulze(ballots, optionsOf(ids)).winners;
const cast = (ballots: Ballot[]) => ballots.filter(({ abstained }) => !abstained);
const withRanking = (ballot: Ballot, change: (ranking: Ballot['ranking']) => OptionId[][]): Ballot =>
  ballot.abstained
    ? ballot
    : { ...ballot, ranking: change(ballot.ranking).filter(({ length }) => length > 0) };

/** Every group, what is not ranked among them. */
const complete = (ranking: Ballot['ranking'], ids: readonly OptionId[]) => [
  ...ranking,
  ids.filter((id) => !ranking.flat().includes(id)),
];

describe('strongest paths', () => {
  it('are those that trying every path finds', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const { preferences, strongestPaths } = schulze(ballots, options);
        for (const { id: from } of options)
          for (const { id: to } of options)
            if (from !== to) expect(at(strongestPaths, from, to)).toBe(widest(preferences, from, to, [from]));
      }),
      { numRuns: 200 },
    );
  });

  /** The widest simple path, by trial of them all. */
  function widest(preferences: PairMatrix, from: OptionId, to: OptionId, visited: OptionId[]): number {
    if (from === to) return Number.POSITIVE_INFINITY;
    const next = Object.keys(preferences).filter(
      (id) => !visited.includes(id) && beats(preferences, from, id),
    );
    return Math.max(
      0,
      ...next.map((id) => Math.min(at(preferences, from, id), widest(preferences, id, to, [...visited, id]))),
    );
  }

  it('order the options without a circle, and every group comes after what beats it', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const { strongestPaths, ranking, winners } = schulze(ballots, options);
        fc.pre(winners.length > 0);
        expect(ranking.flat().toSorted()).toEqual(options.map(({ id }) => id));
        ranking.forEach((group, place) => {
          for (const later of ranking.slice(place).flat())
            for (const id of group) expect(beats(strongestPaths, later, id)).toBe(false);
        });
      }),
    );
  });
});

describe('the criteria that the method of Schulze meets', () => {
  it('Condorcet and Smith: who beats everybody wins alone, and nobody outside the Smith set wins', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const { winners } = schulze(ballots, options);
        const { winner, smithSet } = condorcet(ballots, options);
        if (winner !== null) expect(winners).toEqual([winner]);
        for (const id of winners) expect(smithSet).toContain(id);
      }),
    );
  });

  it('Pareto: what everybody puts below another does not win', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const { winners, preferences } = schulze(ballots, options);
        const everybody = cast(ballots).reduce((sum, { weight }) => sum + weight * 10, 0);
        for (const { id: better } of options)
          for (const { id: worse } of options)
            if (everybody > 0 && Math.round(at(preferences, better, worse) * 10) === Math.round(everybody))
              expect(winners).not.toContain(worse);
      }),
    );
  });

  it('monotonicity: a winner that somebody ranks higher still wins', () => {
    fc.assert(
      fc.property(anyElection, fc.nat(), fc.nat(5), ({ ballots, options }, voter, place) => {
        const ids = options.map(({ id }) => id);
        for (const winner of schulze(ballots, options).winners) {
          const raised = ballots.map((ballot, index) =>
            index === voter % ballots.length
              ? withRanking(ballot, (ranking) => raise(complete(ranking, ids), winner, place))
              : ballot,
          );
          expect(schulze(raised, options).winners).toContain(winner);
        }
      }),
    );
  });

  /** To the place, or where it was if that is higher. */
  function raise(ranking: readonly (readonly OptionId[])[], id: OptionId, place: number): OptionId[][] {
    const rank = ranking.findIndex((group) => group.includes(id));
    if (place >= rank) return ranking.map((group) => [...group]);
    const rest = ranking.map((group) => group.filter((other) => other !== id));
    return rest.toSpliced(place, 0, [id]);
  }

  it('independence of clones: a copy beside the original neither helps nor harms the others', () => {
    fc.assert(
      fc.property(
        anyElection,
        fc.nat(4),
        fc.infiniteStream(fc.nat(2)),
        ({ ballots, options }, nth, orders) => {
          const ids = options.map(({ id }) => id).join('');
          const original = ids.charAt(nth % ids.length);
          const cloned = ballots.map((ballot) =>
            withRanking(ballot, (ranking) => ranking.flatMap((group) => split(group, orders.next().value))),
          );
          const before = winnersOf(ballots, ids);
          const after = winnersOf(cloned, `${ids}Z`);
          fc.pre(before.length > 0);
          for (const id of ids.replace(original, '')) expect(after.includes(id)).toBe(before.includes(id));
          expect(after.includes(original) || after.includes('Z')).toBe(before.includes(original));

          /** Above, below, or beside; where the original is tied with others the clone is, too. */
          function split(group: readonly OptionId[], order: number): OptionId[][] {
            if (!group.includes(original)) return [[...group]];
            if (group.length > 1 || order === 2) return [[...group, 'Z']];
            return order === 0 ? [[original], ['Z']] : [['Z'], [original]];
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reversal symmetry: who wins alone does not win when every ballot is turned round', () => {
    fc.assert(
      fc.property(anyElection, ({ ballots, options }) => {
        const ids = options.map(({ id }) => id);
        const { winners } = schulze(ballots, options);
        const reversed = ballots.map((ballot) =>
          withRanking(ballot, (ranking) =>
            complete(ranking, ids)
              .map((group) => [...group])
              .reverse(),
          ),
        );
        if (winners.length === 1) expect(schulze(reversed, options).winners).not.toContain(winners[0]);
      }),
    );
  });

  it('resolves what can be resolved: among equal seats with full rankings some option is always unbeaten', () => {
    fc.assert(
      fc.property(anyStrictElection, ({ ballots, options }) => {
        expect(schulze(ballots, options).winners.length).toBeGreaterThan(0);
      }),
    );
  });
});
