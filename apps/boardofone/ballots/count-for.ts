import type { Ballot, BallotOption, OptionId } from './ballot.ts';
import { castBallots } from './ballot.ts';
import { sumWeights } from './sum-weights.ts';

/** What each option gets when every cast ballot gives it the points that `pointsOf` says. */
export function countFor(
  ballots: readonly Ballot[],
  options: readonly BallotOption[],
  pointsOf: (ballot: Ballot, option: OptionId) => number,
): Record<OptionId, number> {
  const cast = castBallots(ballots);
  return Object.fromEntries(
    options.map(({ id }) => [id, sumWeights(cast.map((ballot) => pointsOf(ballot, id)))]),
  );
}
