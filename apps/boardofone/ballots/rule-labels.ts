import type { RuleResult } from '../deliberation/outcome.ts';
import { type BallotOption, labelOf, type OptionId } from './ballot.ts';

export type RuleName = RuleResult['rule'];

/** What people call a rule. */
export const ruleLabels: Record<RuleName, string> = {
  plurality: 'Most first choices',
  approval: 'Most approvals',
  schulze: 'Pair by pair (Schulze)',
  confidence_weighted: 'Weighted by confidence',
};

/** “A”, “B” and “C”. */
export const labelsOf = (options: readonly BallotOption[], ids: readonly OptionId[]): string =>
  new Intl.ListFormat('en').format(ids.map((id) => labelOf(options, id)));
