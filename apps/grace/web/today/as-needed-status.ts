import { addDays } from '../../schedule/calendar-day.ts';
import type { PrnState } from '../../schedule/prn-state.ts';
import { dayOf } from '../../schedule/zone.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatTime } from '../formats/format-time.ts';

/** What the limits say of another dose now; empty where there is nothing to say. */
export function asNeededStatus(
  { isBlocked, blockedBy, allowedFrom, isLastAllowed }: PrnState,
  zone: string,
  now: number,
): string {
  if (isLastAllowed) return 'This would be the last dose allowed in 24 hours.';
  if (!isBlocked) return '';
  const why = blockedBy === 'interval' ? 'Too soon after the last dose' : 'The most in 24 hours is reached';
  if (allowedFrom === null) return `${why}.`;
  const time = formatTime(zone, allowedFrom);
  return `${why}. The next one is allowed ${dayInWords(zone, allowedFrom, now)}at ${time}.`;
}

/** At nine in the evening, ten in the morning is tomorrow. */
function dayInWords(zone: string, instant: number, now: number): string {
  const [today, day] = [dayOf(zone, now), dayOf(zone, instant)];
  if (day === today) return '';
  return day === addDays(today, 1) ? 'tomorrow ' : `on ${formatDate(day, 'weekday')} `;
}
