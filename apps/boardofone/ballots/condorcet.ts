import type { Ballot, BallotOption, OptionId } from './ballot.ts';
import { at, beats, type PairMatrix, pairwise } from './pairwise.ts';

/** One majority against another. */
export interface Defeat {
  winner: OptionId;
  loser: OptionId;
  votesFor: number;
  votesAgainst: number;
}

export interface Condorcet {
  /** The option that beats every other, if there is one. */
  winner: OptionId | null;
  /** The smallest set whose members beat everything outside it. */
  smithSet: OptionId[];
  /** Where the majorities at the top go round in a circle: a shortest such circle, each loser the next winner. */
  cycle: Defeat[] | null;
}

/** What the majorities of all pairs say together. */
export function condorcet(ballots: readonly Ballot[], options: readonly BallotOption[]): Condorcet {
  const ids = options.map(({ id }) => id);
  const preferences = pairwise(ballots, options);
  const winner = ids.find((one) => ids.every((other) => other === one || beats(preferences, one, other)));
  const smithSet = findSmithSet(ids, preferences);
  const cycle = shortestCycle(smithSet, preferences);
  return {
    winner: winner ?? null,
    smithSet,
    cycle: cycle?.map((one, index) => defeat(one, cycle[(index + 1) % cycle.length] ?? one)) ?? null,
  };

  function defeat(one: OptionId, other: OptionId): Defeat {
    return {
      winner: one,
      loser: other,
      votesFor: at(preferences, one, other),
      votesAgainst: at(preferences, other, one),
    };
  }
}

/** Grown from each option by what its members do not beat; the smallest of these. */
function findSmithSet(ids: readonly OptionId[], preferences: PairMatrix): OptionId[] {
  const grown = ids.map((id) => {
    const members = new Set([id]);
    for (const member of members)
      for (const other of ids) if (other !== member && !beats(preferences, member, other)) members.add(other);
    return members;
  });
  const [smallest] = grown.sort((one, other) => one.size - other.size);
  return ids.filter((id) => smallest?.has(id));
}

/** Breadth first from each option back to itself; of equally short ones the first in the order of the options. */
function shortestCycle(ids: readonly OptionId[], preferences: PairMatrix): OptionId[] | undefined {
  const cycles = ids.flatMap((start) => {
    const paths = [[start]];
    const seen = new Set<OptionId>();
    for (const path of paths) {
      const last = path.at(-1) ?? start;
      if (path.length > 1 && beats(preferences, last, start)) return [path];
      for (const next of ids)
        if (next !== start && !seen.has(next) && beats(preferences, last, next)) {
          seen.add(next);
          paths.push([...path, next]);
        }
    }
    return [];
  });
  return cycles.sort((one, other) => one.length - other.length)[0];
}
