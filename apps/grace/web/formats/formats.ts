import { localAt } from '../../schedule/zone.ts';

/** "8:00 AM" or "08:00", as the reader's language writes it, of a wall clock. */
export function formatTime(time: string): string {
  return new Date(`2000-01-01T${time}:00Z`).toLocaleTimeString(undefined, {
    timeStyle: 'short',
    timeZone: 'UTC',
  });
}

/** "14 Mar 2027", of a local date. */
export function formatDate(localDate: string): string {
  return inUtc(localDate, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "Sun, 14 Mar", of a local date. */
export function formatDay(localDate: string): string {
  return inUtc(localDate, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** "March 2027", of a local date in it. */
export function formatMonth(localDate: string): string {
  return inUtc(localDate, { month: 'long', year: 'numeric' });
}

/** Day and time of an instant, on the clock of a zone; the day alone where it is the day's beginning. */
export function formatInstant(zone: string, instant: number | string): string {
  const { date, time } = localAt(zone, new Date(instant).getTime());
  if (time === '00:00') return formatDate(date);
  return `${formatDate(date)}, ${formatTime(time)}`;
}

function inUtc(localDate: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${localDate}T00:00:00Z`).toLocaleDateString(undefined, { ...options, timeZone: 'UTC' });
}
