import { addDays, dayNumberOf, isoWeekday } from '../../schedule/calendar-day.ts';

/** The weeks of a month, which begin with a weekday (Monday 1 to Sunday 7); null for days of its neighbours. */
export function monthWeeks(month: string, firstWeekday: number): (string | null)[][] {
  const first = `${month}-01`;
  const before = (isoWeekday(dayNumberOf(first)) - firstWeekday + 7) % 7;
  const cells: (string | null)[] = Array.from({ length: before }, () => null);
  for (let date = first; date.startsWith(month); date = addDays(date, 1)) cells.push(date);
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The month before or after. */
export function otherMonth(month: string, by: -1 | 1): string {
  return addDays(`${month}-01`, by === 1 ? 31 : -1).slice(0, 7);
}
