import type { OptionId, SeatId } from './ballot.ts';
import { leaders } from './leaders.ts';

/** Where a seat stands in a round, and whether it brought something new. */
export interface RoundStance {
  seatId: SeatId;
  optionId: OptionId | null;
  isNovel: boolean;
}

/** A change of mind. */
export interface Switch {
  seatId: SeatId;
  from: OptionId;
  to: OptionId;
  /** To what most others stood for, and without a new argument. */
  isHerding: boolean;
}

export interface RoundHerding {
  /** 1 is the blind round, in which nobody can follow. */
  round: number;
  /** What stood alone at the head of the round before, if anything did. */
  majority: OptionId | null;
  switches: Switch[];
  herding: number;
}

/** Switches toward the current majority without a new argument, for each round after the blind one. */
export function herding(rounds: readonly (readonly RoundStance[])[]): RoundHerding[] {
  return rounds.slice(1).map((stances, index) => {
    const before = rounds[index] ?? [];
    const majority = majorityOf(before);
    const switches = stances.flatMap(({ seatId, optionId, isNovel }): Switch[] => {
      const from = before.find((stance) => stance.seatId === seatId)?.optionId ?? null;
      if (from === null || optionId === null || from === optionId) return [];
      return [{ seatId, from, to: optionId, isHerding: optionId === majority && !isNovel }];
    });
    const herded = switches.filter(({ isHerding }) => isHerding).length;
    return { round: index + 2, majority, switches, herding: herded };
  });
}

function majorityOf(stances: readonly RoundStance[]): OptionId | null {
  const counts: Record<OptionId, number> = {};
  for (const { optionId } of stances) if (optionId !== null) counts[optionId] = (counts[optionId] ?? 0) + 1;
  const [first, ...others] = leaders(counts);
  return first !== undefined && others.length === 0 ? first : null;
}
