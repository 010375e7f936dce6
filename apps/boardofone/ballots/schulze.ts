import type { RuleResult } from '../deliberation/outcome.ts';
import type { Ballot, BallotOption, OptionId } from './ballot.ts';
import { at, beats, type PairMatrix, pairMatrix, pairwise } from './pairwise.ts';
import { labelsOf } from './rule-labels.ts';

export interface SchulzeResult extends RuleResult {
  rule: 'schulze';
  /** How many rank one above the other. */
  preferences: PairMatrix;
  /** The strength of the strongest path from one to the other, measured by winning votes. */
  strongestPaths: PairMatrix;
  /** Best first; in a group nobody is beaten by another of the same group. */
  ranking: OptionId[][];
  /** Pairs that are equally strong in both directions. */
  ties: [OptionId, OptionId][];
}

/**
 * Schulze's method with winning votes (M. Schulze, “A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method”, 2011): an option wins that no other has a stronger path to.
 * The tally is the number of options that an option beats in that sense.
 */
export function schulze(ballots: readonly Ballot[], options: readonly BallotOption[]): SchulzeResult {
  const ids = options.map(({ id }) => id);
  const preferences = pairwise(ballots, options);
  const hasOpinion = ids.some((one) => ids.some((other) => at(preferences, one, other) > 0));
  const strongestPaths = findStrongestPaths(ids, preferences);
  const ranking = hasOpinion ? layers(ids, strongestPaths) : [];
  const winners = ranking[0] ?? [];
  const tally = Object.fromEntries(
    ids.map((one) => [one, ids.filter((other) => beats(strongestPaths, one, other)).length]),
  );
  const ties = ids.flatMap((one, index) =>
    ids
      .slice(index + 1)
      .filter((other) => at(strongestPaths, one, other) === at(strongestPaths, other, one))
      .map((other): [OptionId, OptionId] => [one, other]),
  );
  return { rule: 'schulze', winners, tally, words: words(), preferences, strongestPaths, ranking, ties };

  function words() {
    if (winners.length === 0) return 'Nobody ranked an option above another.';
    if (winners.length > 1)
      return `A tie: compared pair by pair, none of ${labelsOf(options, winners)} is beaten by another.`;
    const [winner = ''] = winners;
    const isCondorcetWinner = ids.every((other) => other === winner || beats(preferences, winner, other));
    return isCondorcetWinner
      ? `${labelsOf(options, winners)} is preferred to each other option, compared pair by pair.`
      : `${labelsOf(options, winners)} does not win every pair, but nothing beats it by a stronger chain of majorities.`;
  }
}

/** The widest paths of the graph of victories, by the algorithm of Floyd and Warshall. */
function findStrongestPaths(ids: readonly OptionId[], preferences: PairMatrix): PairMatrix {
  const paths = pairMatrix(ids, (one, other) =>
    beats(preferences, one, other) ? at(preferences, one, other) : 0,
  );
  for (const via of ids)
    for (const [from, row] of Object.entries(paths))
      for (const to of Object.keys(row))
        row[to] = Math.max(at(paths, from, to), Math.min(at(paths, from, via), at(paths, via, to)));
  return paths;
}

/** The options that no other beats, then those that no remaining one beats, and so on. */
function layers(ids: readonly OptionId[], paths: PairMatrix): OptionId[][] {
  if (ids.length === 0) return [];
  const unbeaten = ids.filter((one) => !ids.some((other) => beats(paths, other, one)));
  const rest = ids.filter((id) => !unbeaten.includes(id));
  return [unbeaten, ...layers(rest, paths)];
}
