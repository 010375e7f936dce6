import { addDays, dayNumberOf, isoWeekday } from './calendar-day.ts';

/** When the pharmacy is closed: weekdays by ISO number, Monday 1 to Sunday 7, and single dates. */
export interface PharmacyClosing {
  weekdays: number[];
  dates: string[];
}

/** The day to remind of a refill: so many days before it runs out, earlier when the pharmacy is closed that day. */
export function refillReminderDate(runOutDate: string, daysBefore: number, closing: PharmacyClosing): string {
  const isClosed = (date: string) =>
    closing.weekdays.includes(isoWeekday(dayNumberOf(date))) || closing.dates.includes(date);
  const wanted = addDays(runOutDate, -daysBefore);
  for (let earlier = 0; earlier <= 60; earlier++) {
    const date = addDays(wanted, -earlier);
    if (!isClosed(date)) return date;
  }
  return wanted;
}
