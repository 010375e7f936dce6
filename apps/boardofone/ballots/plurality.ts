import type { RuleResult } from '../deliberation/outcome.ts';
import type { Ballot, BallotOption } from './ballot.ts';
import { countFor } from './count-for.ts';
import { leaders } from './leaders.ts';
import { labelsOf } from './rule-labels.ts';
import { weightWords } from './weight-words.ts';

/** Plurality: the option with most first choices. Similar options take votes from each other. */
export function plurality(ballots: readonly Ballot[], options: readonly BallotOption[]): RuleResult {
  const tally = countFor(ballots, options, ({ choice, weight }, id) => (choice === id ? weight : 0));
  const winners = leaders(tally);
  return { rule: 'plurality', winners, tally, words: words() };

  function words() {
    const [first] = winners;
    if (first === undefined) return 'Nobody chose an option.';
    const count = weightWords(tally[first] ?? 0, ballots);
    return winners.length === 1
      ? `${labelsOf(options, winners)} is the first choice of ${count}.`
      : `A tie: ${labelsOf(options, winners)} are each the first choice of ${count}.`;
  }
}
