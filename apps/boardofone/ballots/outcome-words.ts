import type { BallotOption } from './ballot.ts';
import type { Outcome, Verdict } from './outcome.ts';
import { labelsOf, ruleLabels } from './rule-labels.ts';

/** Why an outcome is what it is, for the person who decides. */
export function outcomeWords(
  { kind, rules, leading, undecided, turnout }: Omit<Outcome, 'words'>,
  support: number,
  options: readonly BallotOption[],
): string {
  const { voted, seats, quorum, baseWeight } = turnout;
  const titles = labelsOf(options, leading);
  const share = `the first choice of ${support} of a base weight of ${baseWeight}`;
  const ties = undecided
    .filter(({ winners }) => winners.length > 1)
    .map((verdict) => ` ${named(verdict)}.`)
    .join('');
  if (voted === 0) return `Split: none of ${seats} seats voted. The decision is yours.`;
  if (voted < quorum)
    return `Split: ${voted} of ${seats} seats voted, and ${quorum} are needed. The decision is yours.`;
  if (kind === 'contested')
    return `Contested: it depends on how the votes are counted. ${rules.map(named).join('; ')}. The decision is yours.`;
  if (kind === 'decided') return `Decided: ${titles} wins under every rule and is ${share}.${ties}`;
  if (leading.length > 1) return `Split: ${titles} are tied under every rule. The decision is yours.`;
  return `Split: ${titles} leads under every rule, but is ${share}; two thirds are needed.${ties} The decision is yours.`;

  function named({ rule, winners }: Verdict) {
    if (winners.length === 0) return `${ruleLabels[rule]}: nothing to count`;
    return `${ruleLabels[rule]}: ${winners.length > 1 ? 'a tie of ' : ''}${labelsOf(options, winners)}`;
  }
}
