import { thousandthsOf } from './amount.ts';
import { addDays } from './calendar-day.ts';
import { dosesToCome, meanAsNeeded, type Needs } from './doses-to-come.ts';
import { dayBounds, dayOf } from './zone.ts';

/** What will be left at the end of each of the coming days, today first, until there is nothing. */
export function stockForecast(
  supply: Needs & { stock: string; zone: string },
  days: number,
): { date: string; left: number }[] {
  const { zone, now } = supply;
  const perMs = meanAsNeeded(supply)?.perMs ?? 0;
  const today = dayOf(zone, now);
  const dates = Array.from({ length: days }, (_, index) => addDays(today, index));
  const needed = dosesToCome(supply, dayBounds(zone, addDays(today, days - 1)).end);
  let next = needed.next();
  let left = thousandthsOf(supply.stock);
  const forecast: { date: string; left: number }[] = [];
  for (const date of dates) {
    const { end } = dayBounds(zone, date);
    for (; !next.done && next.value.at < end; next = needed.next()) left -= next.value.thousandths;
    const there = Math.max(0, Math.round(left - perMs * (end - now)));
    forecast.push({ date, left: there / 1000 });
    if (there === 0) break;
  }
  return forecast;
}
