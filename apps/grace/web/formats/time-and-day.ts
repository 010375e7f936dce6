import { addDays } from '../../schedule/calendar-day.ts';
import { dayOf } from '../../schedule/zone.ts';
import { formatDate } from './format-date.ts';
import { formatTime } from './format-time.ts';

/** "at 8:02 AM", with the day before it where that is not today: at nine in the evening, ten in the morning is tomorrow. */
export function timeAndDay(zone: string, instant: number, now: number): string {
  return `${dayInWords(dayOf(zone, instant), dayOf(zone, now))}at ${formatTime(zone, instant)}`;
}

function dayInWords(day: string, today: string): string {
  if (day === today) return '';
  if (day === addDays(today, 1)) return 'tomorrow ';
  if (day === addDays(today, -1)) return 'yesterday ';
  return `on ${formatDate(day, 'weekday')} `;
}
