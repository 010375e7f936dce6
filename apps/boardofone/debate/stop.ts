import type { OptionId, SeatId } from '../ballots/ballot.ts';
import { sumWeights } from '../ballots/sum-weights.ts';
import type { StopReason } from '../deliberation/stop-reasons.ts';
import type { Stance } from './consensus.ts';

export interface DebateState {
  /** One for each round that is over, the blind one first. */
  rounds: readonly (readonly Stance[])[];
  /** Every seat, and whether it can still change its first choice: who has stood down cannot. */
  panel: readonly { seatId: SeatId; weight: number; mayChange: boolean }[];
  /** At most so many rounds after the blind one. */
  maxRounds: number;
  /** The worst case of the next call is above what is left of the cap. */
  isCapReached: boolean;
  isKilled: boolean;
}

/** Whether another round is held, and why not, in words; agreement is reported beside it and never a reason. */
export type StopDecision =
  | { stop: true; reason: StopReason | 'cost_cap' | 'killed'; words: string }
  | { stop: false; words: string };

/** The rule that is declared before the debate begins; the first that applies is the reason. */
export function stopDecision(state: DebateState): StopDecision {
  const { rounds, maxRounds, isCapReached, isKilled } = state;
  if (isKilled) return stop('killed', 'You ended the session.');
  if (isCapReached) return stop('cost_cap', 'The next call could cost more than what is left of your limit.');
  if (rounds.length === 0) return { stop: false, words: 'Nobody has spoken yet.' };
  if (isCertain(state))
    return stop('certainty', 'Whoever can still change their mind, the option in front stays in front.');
  if (isStable(state)) return stop('stability', 'Nobody changed their first choice in this round.');
  if (rounds.length > maxRounds)
    return stop('max_rounds', `All ${rounds.length} rounds were held that were agreed on.`);
  return { stop: false, words: 'Positions still move, and a round is left.' };
}

const stop = (reason: StopReason | 'cost_cap' | 'killed', words: string): StopDecision => ({
  stop: true,
  reason,
  words,
});

/**
 * Most of the panel spoke in the last round, and who spoke had spoken before and stands where it stood. A seat that fell
 * silent has not moved; one that speaks for the first time has.
 */
function isStable({ rounds, panel }: DebateState): boolean {
  const spoken = (rounds.at(-1) ?? []).filter(({ optionId }) => optionId !== null);
  const before = rounds.slice(0, -1);
  return (
    2 * spoken.length > panel.length &&
    spoken.every(({ seatId, optionId }) => lastChoice(before, seatId) === optionId)
  );
}

/**
 * The first choices that are fixed outweigh any rival's even if every seat that may change its mind went to that rival.
 * A seat that leaves the option in front for the rival counts twice in this: it is missing here and added there.
 */
function isCertain({ rounds, panel }: DebateState): boolean {
  const fixed = new Map<OptionId, number[]>();
  const open: number[] = [];
  for (const { seatId, weight, mayChange } of panel) {
    const choice = lastChoice(rounds, seatId);
    if (mayChange) open.push(weight);
    else if (choice !== null) fixed.set(choice, [...(fixed.get(choice) ?? []), weight]);
  }
  const totals = [...fixed.values()].map(sumWeights).sort((one, other) => other - one);
  const [first = 0, second = 0] = totals;
  return first > sumWeights([second, ...open]);
}

/** What a seat chose last; null where it never spoke. */
function lastChoice(rounds: readonly (readonly Stance[])[], seatId: SeatId): OptionId | null {
  return (
    rounds.flat().findLast((stance) => stance.seatId === seatId && stance.optionId !== null)?.optionId ?? null
  );
}
