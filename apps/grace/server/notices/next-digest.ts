import { addDays } from '../../schedule/calendar-day.ts';
import { dayOf, instantOf } from '../../schedule/zone.ts';

/** The next time that a person's clock shows this time of the day, after now. */
export function nextDigestAt(timeZone: string, time: string, now: Date): Date {
  const today = dayOf(timeZone, now.getTime());
  const at = instantOf(timeZone, today, time);
  return new Date(at > now.getTime() ? at : instantOf(timeZone, addDays(today, 1), time));
}
