import { localAt } from '../../schedule/zone.ts';
import { formatDate } from './format-date.ts';

/** "8:02 AM" or "08:02", as the reader's language writes it, by the clock of a zone. */
export function formatTime(zone: string, instant: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(
    instant,
  );
}

/** A wall clock ("08:00") as the reader's language writes it. */
export function formatWallClock(time: string): string {
  return formatTime('UTC', Date.parse(`2000-01-01T${time}:00Z`));
}

/** Day and time of an instant, on the clock of a zone; the day alone where it is the day's beginning. */
export function formatInstant(zone: string, instant: number | string): string {
  const { date, time } = localAt(zone, new Date(instant).getTime());
  if (time === '00:00') return formatDate(date);
  return `${formatDate(date)}, ${formatWallClock(time)}`;
}

/** "2 h 10 min", "1 d"; less than a minute is none. */
export function formatDuration(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
}
