import type { OptionId, SeatId } from '../ballots/ballot.ts';

/** Where a seat stands after a round; null is a seat that said nothing. */
export interface Stance {
  seatId: SeatId;
  optionId: OptionId | null;
}

/** How far the seats agree, which is another thing than whether they still move. */
export interface Consensus {
  /** Options with most seats; several are a tie. */
  leading: OptionId[];
  /** Seats on a leading option. */
  agreeing: number;
  /** Seats that took a position. */
  speaking: number;
  /** Share of the speaking seats on a leading option, 0 to 1. */
  agreement: number;
  isUnanimous: boolean;
  words: string;
}

/** How far the seats agree after a round. */
export function consensusOf(stances: readonly Stance[]): Consensus {
  const counts = new Map<OptionId, number>();
  for (const { optionId } of stances)
    if (optionId !== null) counts.set(optionId, (counts.get(optionId) ?? 0) + 1);
  const speaking = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const agreeing = Math.max(0, ...counts.values());
  const leading = [...counts.keys()].filter((id) => counts.get(id) === agreeing);
  const isUnanimous = speaking > 1 && agreeing === speaking;
  return {
    leading,
    agreeing,
    speaking,
    agreement: speaking === 0 ? 0 : agreeing / speaking,
    isUnanimous,
    words: isUnanimous
      ? `All ${speaking} seats that spoke agree.`
      : `${agreeing} of ${speaking} seats that spoke agree.`,
  };
}

/** The warning that a unanimous blind round deserves; null where there is none. */
export function unanimityWarning(blindRound: readonly Stance[]): string | null {
  return consensusOf(blindRound).isUnanimous
    ? 'Everybody agreed before hearing anybody. That is a warning and not a success: it is often one model under several names.'
    : null;
}
