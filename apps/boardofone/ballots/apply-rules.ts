import type { RuleResult } from '../deliberation/outcome.ts';
import { approval } from './approval.ts';
import type { Ballot, BallotOption } from './ballot.ts';
import { confidenceWeighted } from './confidence-weighted.ts';
import { plurality } from './plurality.ts';
import { schulze } from './schulze.ts';

/** The same ballots under every rule, side by side. */
export function applyRules(ballots: readonly Ballot[], options: readonly BallotOption[]): RuleResult[] {
  return [plurality, approval, schulze, confidenceWeighted].map((rule) => rule(ballots, options));
}
