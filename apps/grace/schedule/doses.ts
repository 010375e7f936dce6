import type { Administration } from './administration.ts';
import { doseState, isLate, missedAt } from './dose-state.ts';
import { type Occurrence, occurrences } from './occurrences.ts';
import type { ScheduleVersion } from './schedule-version.ts';
import type { DoseState } from './schemas.ts';
import { slotKey } from './slot-key.ts';

/** A planned dose with what became of it. */
export interface Dose extends Occurrence {
  state: DoseState;
  isLate: boolean;
  /** When it counts as missed, if nobody logs it. */
  missedAt: number;
  administration?: Administration | undefined;
}

const msPerDay = 86_400_000;

/** The planned doses of [from, to) with their states; every page and every report asks here. */
export function dosesBetween(
  versions: ScheduleVersion[],
  administrations: Administration[],
  from: number,
  to: number,
  now: number,
): Dose[] {
  const logged = new Map(administrations.map((administration) => [slotKey(administration), administration]));
  // The next dose decides when one is missed, and after a day it no longer matters.
  const planned = occurrences(versions, from, to + msPerDay);
  const doses: Dose[] = [];
  const seen = new Map<string, { one: Occurrence; next: Occurrence | undefined }>();
  for (const occurrence of planned.toReversed()) {
    const later = seen.get(occurrence.scheduleId);
    // Doses that share an instant, where the clocks skip an hour, have the same next one.
    const isLater = later !== undefined && later.one.scheduledAt > occurrence.scheduledAt;
    const next = isLater ? later.one : later?.next;
    seen.set(occurrence.scheduleId, { one: occurrence, next });
    if (occurrence.scheduledAt < to)
      doses.push(doseOf(occurrence, logged.get(slotKey(occurrence)), next, now));
  }
  return doses.reverse();
}

function doseOf(
  occurrence: Occurrence,
  administration: Administration | undefined,
  next: Occurrence | undefined,
  now: number,
): Dose {
  const { lateWindowMinutes } = occurrence;
  return {
    ...occurrence,
    administration,
    state: doseState(occurrence, administration, lateWindowMinutes, next, now),
    isLate: administration ? isLate(occurrence, administration, lateWindowMinutes) : false,
    missedAt: missedAt(occurrence, lateWindowMinutes, next),
  };
}
