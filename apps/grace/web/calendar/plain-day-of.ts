import { dayNumberOf, localDateOf } from '../../schedule/calendar-day.ts';

/** The day that was chosen; else today, or the beginning of another month. */
export function plainDayOf(month: string, chosen: string | null, today: string): string {
  const number = dayNumberOf(chosen ?? '');
  const isDay = !Number.isNaN(number) && localDateOf(number) === chosen;
  if (isDay && chosen.startsWith(month)) return chosen;
  return today.startsWith(month) ? today : `${month}-01`;
}
