import type { DayMove } from './schemas.ts';

interface PersonsDay {
  timeZone: string;
  /** In the order in which they happen. */
  zoneMoves: readonly DayMove[];
}

/** The person's day once a move is planned: it takes the place of everything that was planned for then or later. */
export function withMove({ timeZone, zoneMoves }: PersonsDay, move: DayMove): PersonsDay {
  const earlier = zoneMoves.filter(({ from }) => from < move.from);
  const before = earlier.at(-1)?.zone ?? timeZone;
  return { timeZone, zoneMoves: before === move.zone ? earlier : [...earlier, move] };
}

/** The person's day at an instant: moves whose time has come are done. */
export function dayAt({ timeZone, zoneMoves }: PersonsDay, now: number): PersonsDay {
  const last = zoneMoves.findLast(({ from }) => from <= now);
  return { timeZone: last?.zone ?? timeZone, zoneMoves: zoneMoves.filter(({ from }) => from > now) };
}
