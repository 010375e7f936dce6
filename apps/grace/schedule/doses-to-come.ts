import type { Administration, AsNeededAdministration } from './administration.ts';
import { thousandthsOf } from './amount.ts';
import { dosesBetween } from './doses.ts';
import type { ScheduleVersion } from './schedule-version.ts';

const msPerDay = 86_400_000;
const chunkMs = 61 * msPerDay;

/** What a medicine will need: its plan, and which of its doses are logged. */
export interface Needs {
  versions: ScheduleVersion[];
  administrations: Administration[];
  asNeeded: AsNeededAdministration[];
  now: number;
}

/** A dose to come, no earlier than now, in thousandths. */
export interface NeededDose {
  at: number;
  thousandths: number;
}

/** Doses that are still open, then those to come, in order, a stretch at a time; held ones need nothing. */
export function* dosesToCome({ versions, administrations, now }: Needs, end: number): Generator<NeededDose> {
  for (let from = now - 1.5 * msPerDay; from < end; from += chunkMs)
    for (const { state, scheduledAt, amount } of dosesBetween(
      versions,
      administrations,
      from,
      Math.min(end, from + chunkMs),
      now,
    ))
      if (state === 'upcoming' || state === 'due' || state === 'overdue')
        yield { at: Math.max(scheduledAt, now), thousandths: thousandthsOf(amount) };
}

/** Use as needed in thousandths per millisecond: the mean of the last 30 days, if such a plan is in force. */
export function meanAsNeeded({ versions, asNeeded, now }: Needs): { dose: number; perMs: number } | null {
  const plan = versions.find(
    ({ plan: { kind }, effectiveUntil = Number.POSITIVE_INFINITY }) =>
      kind === 'asNeeded' && effectiveUntil > now,
  )?.plan;
  if (plan?.kind !== 'asNeeded') return null;
  const recent = asNeeded.filter(({ actualAt }) => actualAt > now - 30 * msPerDay && actualAt <= now);
  const used = recent.reduce((sum, { amount }) => sum + thousandthsOf(amount), 0);
  return { dose: thousandthsOf(plan.amount), perMs: used / (30 * msPerDay) };
}
