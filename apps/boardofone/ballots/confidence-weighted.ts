import type { RuleResult } from '../deliberation/outcome.ts';
import { type Ballot, type BallotOption, tierFactor } from './ballot.ts';
import { countFor } from './count-for.ts';
import { leaders } from './leaders.ts';
import { labelsOf } from './rule-labels.ts';

const coarse =
  'Confidence counts in three coarse tiers, because what a persona says of itself is not a probability.';

/**
 * First choices, each times a tier of 0.5, 0.75 or 1. It stands beside the other rules and can show that a result hangs
 * on who is sure; an option with two thirds of the base weight it can at most tie.
 */
export function confidenceWeighted(ballots: readonly Ballot[], options: readonly BallotOption[]): RuleResult {
  const tally = countFor(ballots, options, ({ choice, weight, confidence }, id) =>
    choice === id ? weight * tierFactor(confidence) : 0,
  );
  const winners = leaders(tally);
  return { rule: 'confidence_weighted', winners, tally, words: words() };

  function words() {
    const [first] = winners;
    if (first === undefined) return 'Nobody chose an option.';
    const points = `${tally[first] ?? 0} points`;
    return winners.length === 1
      ? `${labelsOf(options, winners)} leads with ${points}. ${coarse}`
      : `A tie: ${labelsOf(options, winners)} have ${points} each. ${coarse}`;
  }
}
