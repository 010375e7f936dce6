import type { Confidence } from '../deliberation/states.ts';

export type OptionId = string;
export type SeatId = string;

/** An alternative that can be chosen; fixed and identified before anybody votes. */
export interface BallotOption {
  id: OptionId;
  label: string;
}

/** What one seat answered to the vote. */
export interface Ballot {
  seatId: SeatId;
  /** An abstention has no choice, ranking or approvals; it still counts in the base weight. */
  abstained: boolean;
  choice: OptionId | null;
  /** Best first; options in one group are tied, and what is not ranked is last together. */
  ranking: readonly (readonly OptionId[])[];
  approvals: readonly OptionId[];
  confidence: Confidence | null;
  /** The base weight of the seat, locked before the first round. */
  weight: number;
}

const tiers: Record<Confidence, number> = { low: 0.5, medium: 0.75, high: 1 };

/** What a tier multiplies a weight with; who says nothing counts as unsure. */
export const tierFactor = (confidence: Confidence | null): number => tiers[confidence ?? 'low'];

/** The tier whose factor is nearest to a confidence between 0 and 1. */
export function confidenceTier(confidence: number): Confidence {
  if (!(confidence >= 0 && confidence <= 1)) throw new RangeError('a confidence is a number from 0 to 1');
  if (confidence < 0.625) return 'low';
  return confidence < 0.875 ? 'medium' : 'high';
}

/** The ballots that vote for something. */
export const castBallots = (ballots: readonly Ballot[]): Ballot[] =>
  ballots.filter(({ abstained }) => !abstained);

/** The name of an option, as people read it. */
export const labelOf = (options: readonly BallotOption[], id: OptionId): string =>
  `“${options.find((option) => option.id === id)?.label ?? id}”`;
