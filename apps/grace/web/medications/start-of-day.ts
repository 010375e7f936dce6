import { dayBounds } from '../../schedule/zone.ts';

/** The first instant of a local day, as it is sent; null for no day. */
export function startOfDay(zone: string, localDate: string): string | null {
  return localDate === '' ? null : new Date(dayBounds(zone, localDate).start).toISOString();
}

/** The first instant after it, for what holds up to its end. */
export function endOfDay(zone: string, localDate: string): string | null {
  return localDate === '' ? null : new Date(dayBounds(zone, localDate).end).toISOString();
}
