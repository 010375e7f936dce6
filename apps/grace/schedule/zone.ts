import { Temporal } from 'temporal-polyfill';

/**
 * The instant of a wall clock. Where the clocks skip it, as much later as they skip (02:30 becomes 03:30); where
 * it comes twice, the first time.
 */
export function instantOf(zone: string, localDate: string, time: string): number {
  return Temporal.PlainDateTime.from(`${localDate}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

/** Day and wall clock of an instant in a zone. */
export function localAt(zone: string, instant: number): { date: string; time: string } {
  const [date = '', time = ''] = zoned(zone, instant).toPlainDateTime().toString().split('T');
  return { date, time: time.slice(0, 5) };
}

/** The day that it is in a zone. */
export function dayOf(zone: string, instant: number): string {
  return localAt(zone, instant).date;
}

/** From the first instant of a local day up to the first one of the next: 23, 24, 24.5 or 25 hours. */
export function dayBounds(zone: string, localDate: string): { start: number; end: number } {
  const day = Temporal.PlainDate.from(localDate);
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { start: startOf(day), end: startOf(day.add({ days: 1 })) };
}

/** From the first instant of a month ("2027-03") up to the first one of the next. */
export function monthBounds(zone: string, month: string): { start: number; end: number } {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { start: startOf(first), end: startOf(first.add({ months: 1 })) };
}

function zoned(zone: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
