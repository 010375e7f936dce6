import { instantOf, localAt } from '../../schedule/zone.ts';

/** The value of a `datetime-local` field that shows an instant on the clock of a zone. */
export function wallTimeOf(zone: string, instant: number): string {
  const { date, time } = localAt(zone, instant);
  return `${date}T${time}`;
}

/** The instant that such a value means there; undefined while it is not a time. */
export function instantOfWallTime(zone: string, value: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(value);
  return found?.[1] && found[2] ? instantOf(zone, found[1], found[2]) : undefined;
}
