/** A sentence of the memo and the contributions that it rests on; with none of them it is unsupported, and says so. */
export interface Claim {
  text: string;
  contributionIds: string[];
}

/** What the chair writes: it sums up, and does not vote. */
export interface MemoBody {
  recommendation: Claim[];
  why: Claim[];
  alternatives: Claim[];
  risks: Claim[];
  killCriteria: Claim[];
  nextStep: Claim[];
  unresolved: Claim[];
}

/** A position that lost, in its own words. */
export interface MinorityPosition {
  optionId: string;
  seatIds: string[];
  contributionId: string | null;
  quote: string;
  dealbreakers: string[];
}

/** What a single answer and a first show of hands had said, so that everybody sees what the debate was worth. */
export interface Baseline {
  single: { optionId: string | null; text: string; cost: string };
  firstRound: { optionIds: string[]; cost: string };
  final: { optionId: string | null; cost: string };
  hasChanged: boolean;
  words: string;
}
