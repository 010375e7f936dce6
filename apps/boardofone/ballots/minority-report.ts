import type { MinorityPosition } from '../deliberation/memo.ts';
import { type Ballot, type BallotOption, castBallots, type OptionId, type SeatId } from './ballot.ts';
import { sumWeights } from './sum-weights.ts';

/** A contribution that argues for an option. */
export interface Argument {
  contributionId: string;
  seatId: SeatId;
  round: number;
  optionId: OptionId | null;
  /** In the words of the seat; quoted, never retold. */
  text: string;
  /** How many of its statements are facts with a source. */
  facts: number;
  isNovel: boolean;
  /** What would change the mind of the seat; empty where it named nothing. */
  dealbreaker: string;
}

/**
 * Every option with at least one supporter that was not decided for, the best supported first; where nothing was
 * decided, that is every supported option.
 */
export function minorityReport(
  ballots: readonly Ballot[],
  options: readonly BallotOption[],
  decidedFor: OptionId | null,
  contributions: readonly Argument[],
): MinorityPosition[] {
  const weightOf = (id: OptionId) => sumWeights(supportersOf(id, ballots).map(({ weight }) => weight));
  return options
    .map(({ id }) => id)
    .filter((id) => id !== decidedFor && supportersOf(id, ballots).length > 0)
    .sort((one, other) => weightOf(other) - weightOf(one))
    .map((id) => positionOf(id, ballots, contributions));
}

const supportersOf = (optionId: OptionId, ballots: readonly Ballot[]): Ballot[] =>
  castBallots(ballots).filter(({ choice }) => choice === optionId);

function positionOf(
  optionId: OptionId,
  ballots: readonly Ballot[],
  contributions: readonly Argument[],
): MinorityPosition {
  const seatIds = supportersOf(optionId, ballots).map(({ seatId }) => seatId);
  const inFavour = contributions.filter((argument) => argument.optionId === optionId);
  const own = inFavour.filter(({ seatId }) => seatIds.includes(seatId));
  const [strongest] = (own.length > 0 ? own : inFavour).toSorted(byStrength);
  const dealbreakers = seatIds.flatMap((seatId) =>
    lastDealbreaker(own.filter((one) => one.seatId === seatId)),
  );
  return {
    optionId,
    seatIds,
    contributionId: strongest?.contributionId ?? null,
    quote: strongest?.text ?? '',
    dealbreakers: [...new Set(dealbreakers)],
  };
}

/** More facts, then a new argument, then what was said last; the id makes the choice the same every time. */
const byStrength = (one: Argument, other: Argument): number =>
  other.facts - one.facts ||
  Number(other.isNovel) - Number(one.isNovel) ||
  other.round - one.round ||
  (one.contributionId < other.contributionId ? -1 : 1);

function lastDealbreaker(own: readonly Argument[]): string[] {
  const [last] = own
    .filter(({ dealbreaker }) => dealbreaker !== '')
    .toSorted((one, other) => other.round - one.round);
  return last ? [last.dealbreaker] : [];
}
