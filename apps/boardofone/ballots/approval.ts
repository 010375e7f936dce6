import type { RuleResult } from '../deliberation/outcome.ts';
import type { Ballot, BallotOption } from './ballot.ts';
import { countFor } from './count-for.ts';
import { leaders } from './leaders.ts';
import { labelsOf } from './rule-labels.ts';
import { weightWords } from './weight-words.ts';

/** Approval: the option that most find acceptable; whoever chooses an option approves of it. */
export function approval(ballots: readonly Ballot[], options: readonly BallotOption[]): RuleResult {
  const tally = countFor(ballots, options, ({ choice, approvals, weight }, id) =>
    choice === id || approvals.includes(id) ? weight : 0,
  );
  const winners = leaders(tally);
  return { rule: 'approval', winners, tally, words: words() };

  function words() {
    const [first] = winners;
    if (first === undefined) return 'Nobody approved of an option.';
    const count = weightWords(tally[first] ?? 0, ballots);
    return winners.length === 1
      ? `${labelsOf(options, winners)} is acceptable to ${count}, more than any other.`
      : `A tie: ${labelsOf(options, winners)} are each acceptable to ${count}.`;
  }
}
