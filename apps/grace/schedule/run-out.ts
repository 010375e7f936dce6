import type { Administration, AsNeededAdministration } from './administration.ts';
import { thousandthsOf } from './amount.ts';
import { dosesBetween } from './doses.ts';
import type { ScheduleVersion } from './schedule-version.ts';
import { dayOf } from './zone.ts';

export interface RunOut {
  /** The first dose that the stock no longer suffices for; null when that is more than two years away. */
  at: number | null;
  localDate: string | null;
  /** True when use as needed had to be guessed from the last 30 days. */
  isEstimate: boolean;
}

interface Supply {
  /** What is there now, in the unit of the doses. */
  stock: string;
  versions: ScheduleVersion[];
  administrations: Administration[];
  asNeeded: AsNeededAdministration[];
  zone: string;
  now: number;
}

const msPerDay = 86_400_000;
const chunkMs = 61 * msPerDay;
const horizonMs = 12 * chunkMs;

/** Plays the schedule forward, dose by dose, until the stock no longer suffices. */
export function runOut(supply: Supply): RunOut {
  const { versions, zone, now } = supply;
  const inForce = versions.filter(
    ({ effectiveUntil }) => effectiveUntil === undefined || effectiveUntil > now,
  );
  const prn = inForce.find(({ plan }) => plan.kind === 'asNeeded')?.plan;
  const prnAmount = prn?.kind === 'asNeeded' ? thousandthsOf(prn.amount) : 0;
  const perMs = prn ? meanPerMs(supply.asNeeded, now) : 0;
  const isEstimate = prn !== undefined;

  let left = thousandthsOf(supply.stock);
  const end = now + horizonMs;
  /** When use as needed alone leaves less than `amount`. */
  const emptyAt = (amount: number) => {
    if (left < amount) return now;
    return perMs > 0 ? now + Math.floor((left - amount) / perMs) : Number.POSITIVE_INFINITY;
  };
  for (const { scheduledAt, amount } of dosesToCome(supply, end)) {
    const needed = thousandthsOf(amount);
    const empty = prn ? emptyAt(prnAmount) : Number.POSITIVE_INFINITY;
    const at = Math.max(scheduledAt, now);
    if (empty < at) return runOutAt(empty, zone, isEstimate);
    if (left - perMs * (at - now) < needed) return runOutAt(at, zone, isEstimate);
    left -= needed;
  }
  const empty = prn ? emptyAt(prnAmount) : Number.POSITIVE_INFINITY;
  return runOutAt(empty < end ? empty : null, zone, isEstimate);
}

function runOutAt(at: number | null, zone: string, isEstimate: boolean): RunOut {
  return { at, localDate: at === null ? null : dayOf(zone, at), isEstimate };
}

function meanPerMs(taken: AsNeededAdministration[], now: number): number {
  const recent = taken.filter(({ actualAt }) => actualAt > now - 30 * msPerDay && actualAt <= now);
  return recent.reduce((sum, { amount }) => sum + thousandthsOf(amount), 0) / (30 * msPerDay);
}

/** Doses that are still open, then those to come, a stretch at a time; held ones use nothing. */
function* dosesToCome({ versions, administrations, now }: Supply, end: number) {
  for (let from = now - 1.5 * msPerDay; from < end; from += chunkMs)
    for (const dose of dosesBetween(versions, administrations, from, Math.min(end, from + chunkMs), now))
      if (dose.state === 'upcoming' || dose.state === 'due' || dose.state === 'overdue') yield dose;
}
