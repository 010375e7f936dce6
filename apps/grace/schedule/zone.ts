import { Temporal } from 'temporal-polyfill';
import { addDays, dayNumberOf } from './calendar-day.ts';
import { minutesOf } from './clock-time.ts';
import { offsetAt } from './offsets.ts';

const msPerMinute = 60_000;
const msPerDay = 86_400_000;
/** Farther than any zone is from UTC, and any clock is moved. */
const farMs = 2 * msPerDay;

/**
 * The instant of a wall clock. Where the clocks skip it, as much later as they skip (02:30 becomes 03:30); where
 * it comes twice, the first time.
 */
export function instantOf(zone: string, localDate: string, time: string): number {
  const asUtc = dayNumberOf(localDate) * msPerDay + minutesOf(time) * msPerMinute;
  return (
    whereClocksRest(zone, asUtc) ??
    Temporal.PlainDateTime.from(`${localDate}T${time}`).toZonedDateTime(zone).epochMilliseconds
  );
}

/** Day and wall clock of an instant in a zone. */
export function localAt(zone: string, instant: number): { date: string; time: string } {
  const local = new Date(instant + offsetAt(zone, instant).offsetMs).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** The day that it is in a zone. */
export function dayOf(zone: string, instant: number): string {
  return localAt(zone, instant).date;
}

/** From the first instant of a local day up to the first one of the next: 23, 24, 24.5 or 25 hours. */
export function dayBounds(zone: string, localDate: string): { start: number; end: number } {
  return { start: firstInstantOf(zone, localDate), end: firstInstantOf(zone, addDays(localDate, 1)) };
}

/** From the first instant of a month ("2027-03") up to the first one of the next. */
export function monthBounds(zone: string, month: string): { start: number; end: number } {
  const inNextMonth = addDays(`${month}-01`, 31);
  return {
    start: firstInstantOf(zone, `${month}-01`),
    end: firstInstantOf(zone, `${inNextMonth.slice(0, 7)}-01`),
  };
}

/** Midnight, or what comes in its place where the clocks skip it. */
function firstInstantOf(zone: string, localDate: string): number {
  return (
    whereClocksRest(zone, dayNumberOf(localDate) * msPerDay) ??
    Temporal.PlainDate.from(localDate).toZonedDateTime(zone).epochMilliseconds
  );
}

/** The instant of a wall clock that is far from any change of the clocks. */
function whereClocksRest(zone: string, wallClockAsUtc: number): number | undefined {
  const { start, end, offsetMs } = offsetAt(zone, wallClockAsUtc);
  const isFar = start + farMs < wallClockAsUtc && wallClockAsUtc < end - farMs;
  return isFar ? wallClockAsUtc - offsetMs : undefined;
}
