import { type Ballot, type BallotOption, castBallots, type OptionId } from './ballot.ts';
import { sumWeights } from './sum-weights.ts';

/** A number for each ordered pair of different options. */
export type PairMatrix = Record<OptionId, Record<OptionId, number>>;

/** The number at a pair; nothing is 0. */
export const at = (matrix: PairMatrix, from: OptionId, to: OptionId): number => matrix[from]?.[to] ?? 0;

/** A matrix that holds `value` of each ordered pair. */
export function pairMatrix(
  ids: readonly OptionId[],
  value: (from: OptionId, to: OptionId) => number,
): PairMatrix {
  return Object.fromEntries(
    ids.map((from) => [
      from,
      Object.fromEntries(ids.filter((to) => to !== from).map((to) => [to, value(from, to)])),
    ]),
  );
}

/** The weight of the ballots that rank one option above the other, for each ordered pair. */
export function pairwise(ballots: readonly Ballot[], options: readonly BallotOption[]): PairMatrix {
  const ranked = castBallots(ballots).map((ballot) => ({ rankOf: ranksOf(ballot), weight: ballot.weight }));
  return pairMatrix(
    options.map(({ id }) => id),
    (one, other) =>
      sumWeights(ranked.filter(({ rankOf }) => rankOf(one) < rankOf(other)).map(({ weight }) => weight)),
  );
}

/** The pairs that a strict majority of those with an opinion decides. */
export const beats = (preferences: PairMatrix, one: OptionId, other: OptionId): boolean =>
  at(preferences, one, other) > at(preferences, other, one);

/** Who ranks nothing puts the choice first; what has no rank is last together. */
function ranksOf({ ranking, choice }: Ballot): (id: OptionId) => number {
  const ranks = new Map<OptionId, number>();
  const groups = ranking.length === 0 && choice !== null ? [[choice]] : ranking;
  groups.forEach((group, rank) => {
    for (const id of group) if (!ranks.has(id)) ranks.set(id, rank);
  });
  return (id) => ranks.get(id) ?? Number.POSITIVE_INFINITY;
}
