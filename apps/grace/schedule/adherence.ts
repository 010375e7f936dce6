import type { Administration } from './administration.ts';
import { addDays } from './calendar-day.ts';
import { type Dose, dosesBetween } from './doses.ts';
import type { ScheduleVersion } from './schedule-version.ts';
import type { DoseState } from './schemas.ts';
import { dayBounds, dayOf } from './zone.ts';

/** The figures of: taken ÷ (due − held − clinician-told skips). */
export interface Adherence {
  /** Doses whose time to be on time is over, or that are logged. */
  due: number;
  held: number;
  clinicianSkips: number;
  /** due − held − clinicianSkips. */
  counted: number;
  /** On time or late. */
  taken: number;
  /** Those of the taken that were late. */
  takenLate: number;
  /** A part of the dose only; counted, and not as taken. */
  partial: number;
  otherSkips: number;
  missed: number;
  /** Late and still open; counted, and not as taken. */
  overdue: number;
  /** taken ÷ counted; null when nothing counts. */
  rate: number | null;
}

/** The figures of the last `days` days up to now, today included; medicines taken as needed have no planned doses. */
export function adherence(
  versions: ScheduleVersion[],
  administrations: Administration[],
  { zone, days, now }: { zone: string; days: number; now: number },
): Adherence {
  const today = dayOf(zone, now);
  const from = dayBounds(zone, addDays(today, 1 - days)).start;
  return adherenceOf(dosesBetween(versions, administrations, from, dayBounds(zone, today).end, now));
}

/** The same figures of any doses, for one day or one medicine. */
export function adherenceOf(doses: Dose[]): Adherence {
  const number = (...states: DoseState[]) => doses.filter(({ state }) => states.includes(state)).length;
  const skips = doses.filter(({ state }) => state === 'skipped');
  const clinicianSkips = skips.filter(({ administration }) => administration?.isClinicianTold).length;
  const due = doses.length - number('upcoming', 'due');
  const held = number('held');
  const counted = due - held - clinicianSkips;
  const taken = number('taken', 'takenLate');
  return {
    due,
    held,
    clinicianSkips,
    counted,
    taken,
    takenLate: number('takenLate'),
    partial: number('partial'),
    otherSkips: skips.length - clinicianSkips,
    missed: number('missed'),
    overdue: number('overdue'),
    rate: counted > 0 ? taken / counted : null,
  };
}
