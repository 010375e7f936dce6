import type { RuleResult, SessionOutcome } from '../deliberation/outcome.ts';
import { applyRules } from './apply-rules.ts';
import { type Ballot, type BallotOption, castBallots, type OptionId, type SeatId } from './ballot.ts';
import { condorcet } from './condorcet.ts';
import { leaders } from './leaders.ts';
import { outcomeWords } from './outcome-words.ts';
import { plurality } from './plurality.ts';
import type { RuleName } from './rule-labels.ts';
import { sumWeights } from './sum-weights.ts';

/** A member of the panel, and what it counts for; locked before the first round. */
export interface PanelSeat {
  seatId: SeatId;
  weight: number;
}

/** A rule and what it names. */
export type Verdict = Pick<RuleResult, 'rule' | 'winners'>;

export interface Turnout {
  seats: number;
  voted: number;
  /** How many seats must vote. */
  quorum: number;
  baseWeight: number;
  /** The part of the base weight that voted. */
  votedWeight: number;
}

/**
 * `decided`: one option wins under every rule and has two thirds of the base weight. `contested`: no option wins under
 * every rule. `split`: below quorum, a tie, or a winner without two thirds. Only the first recommends an option.
 */
export interface Outcome extends SessionOutcome {
  /** The options that win under every rule; where there are none, those with most first choices. */
  leading: OptionId[];
  /** Rules under which the leading option wins alone. */
  agreeing: RuleName[];
  /** Rules under which it does not win. */
  disagreeing: Verdict[];
  /** Rules that tie it with others, or had nothing to count. */
  undecided: Verdict[];
  turnout: Turnout;
}

/** What is decided, if anything: consensus is never forced, and abstentions do not shrink the denominator. */
export function outcomeOf(
  ballots: readonly Ballot[],
  options: readonly BallotOption[],
  panel: readonly PanelSeat[],
  quorum: number,
): Outcome {
  const cast = castBallots(ballots).map((ballot) => ({ ...ballot, weight: lockedWeight(ballot, panel) }));
  const rules = applyRules(cast, options);
  const tally = plurality(cast, options).tally;
  const common = commonWinners(rules, options);
  const leading = common.length > 0 ? common : leaders(tally);
  const turnout = turnoutOf(cast, panel, quorum);
  const support = Math.max(0, ...leading.map((id) => tally[id] ?? 0));
  const kind = kindOf(turnout, common, support);
  const verdicts = rules.map(({ rule, winners }) => ({ rule, winners }));
  const isFor = ({ winners }: Verdict) =>
    winners.length === 1 && leading.length === 1 && winners[0] === leading[0];
  const isAgainst = ({ winners }: Verdict) =>
    winners.length > 0 && !winners.some((winner) => leading.includes(winner));
  const outcome: Omit<Outcome, 'words'> = {
    kind,
    optionId: kind === 'decided' ? (leading[0] ?? null) : null,
    rules,
    cycle: condorcet(cast, options).cycle?.map(({ winner }) => winner) ?? null,
    support: support / (turnout.baseWeight || 1),
    participation: turnout.votedWeight / (turnout.baseWeight || 1),
    leading,
    agreeing: verdicts.filter(isFor).map(({ rule }) => rule),
    disagreeing: verdicts.filter(isAgainst),
    undecided: verdicts.filter((verdict) => !isFor(verdict) && !isAgainst(verdict)),
    turnout,
  };
  return { ...outcome, words: outcomeWords(outcome, support, options) };
}

function turnoutOf(cast: readonly Ballot[], panel: readonly PanelSeat[], quorum: number): Turnout {
  return {
    seats: panel.length,
    voted: cast.length,
    quorum,
    baseWeight: sumWeights(panel.map(({ weight }) => weight)),
    votedWeight: sumWeights(cast.map(({ weight }) => weight)),
  };
}

function kindOf(
  { voted, quorum, baseWeight }: Turnout,
  common: readonly OptionId[],
  support: number,
): Outcome['kind'] {
  if (voted === 0 || voted < quorum) return 'split';
  if (common.length === 0) return 'contested';
  const hasTwoThirds = sumWeights([support, support, support]) >= sumWeights([baseWeight, baseWeight]);
  return common.length === 1 && hasTwoThirds ? 'decided' : 'split';
}

/** The options that win under every rule that had something to count. */
function commonWinners(results: readonly Verdict[], options: readonly BallotOption[]): OptionId[] {
  const speaking = results.filter(({ winners }) => winners.length > 0);
  if (speaking.length === 0) return [];
  return options.map(({ id }) => id).filter((id) => speaking.every(({ winners }) => winners.includes(id)));
}

/** A ballot counts what its seat was given before anybody took a position. */
function lockedWeight({ seatId }: Ballot, panel: readonly PanelSeat[]): number {
  const seat = panel.find((one) => one.seatId === seatId);
  if (!seat) throw new RangeError('a ballot belongs to a seat of the panel');
  return seat.weight;
}
