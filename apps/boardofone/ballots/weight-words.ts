import { type Ballot, castBallots } from './ballot.ts';
import { sumWeights } from './sum-weights.ts';

/** “3 of 5 seats” where every seat counts the same, “3.5 of 6 by weight” where one counts more. */
export function weightWords(weight: number, ballots: readonly Ballot[]): string {
  const cast = castBallots(ballots);
  const [first] = cast;
  if (first && first.weight > 0 && cast.every((ballot) => ballot.weight === first.weight))
    return `${Math.round(weight / first.weight)} of ${cast.length} ${cast.length === 1 ? 'seat' : 'seats'}`;
  return `${weight} of ${sumWeights(cast.map((ballot) => ballot.weight))} by weight`;
}
