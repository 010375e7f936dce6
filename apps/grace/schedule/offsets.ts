import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which a zone keeps its distance from UTC. */
export interface Offset {
  start: number;
  end: number;
  offsetMs: number;
}

/** What the zones' rules were once asked; a zone has two stretches a year at most. */
const known = new Map<string, Offset[]>();

/** The stretch around an instant. Rules are asked once, since a report looks at thousands of doses. */
export function offsetAt(zone: string, instant: number): Offset {
  const stretches = known.get(zone) ?? [];
  const found = stretches.find(({ start, end }) => start <= instant && instant < end);
  if (found) return found;
  const asked = askedOf(zone, instant);
  known.set(zone, [asked, ...stretches]);
  return asked;
}

function askedOf(zone: string, instant: number): Offset {
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const end = here.getTimeZoneTransition('next');
  // The previous one lies strictly before, and this instant may be one itself.
  const start = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return {
    start: start?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    end: end?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: here.offsetNanoseconds / 1_000_000,
  };
}
