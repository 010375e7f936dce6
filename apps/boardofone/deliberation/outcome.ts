/** What one voting rule makes of the ballots. */
export interface RuleResult {
  rule: 'plurality' | 'approval' | 'schulze' | 'confidence_weighted';
  /** More than one is a tie, which nobody breaks in silence. */
  winners: string[];
  /** Points by option, in the rule's own terms. */
  tally: Record<string, number>;
  words: string;
}

/** What the votes come to: contested when the rules disagree, split without enough support. */
export interface SessionOutcome {
  kind: 'decided' | 'contested' | 'split';
  optionId: string | null;
  rules: RuleResult[];
  /** A Condorcet cycle, where there is one: each beats the next, and the last the first. */
  cycle: string[] | null;
  /** Share of the base weight behind the leading option, 0 to 1; abstentions do not shrink what it is a share of. */
  support: number;
  /** Share of the base weight that voted, 0 to 1. */
  participation: number;
  words: string;
}
