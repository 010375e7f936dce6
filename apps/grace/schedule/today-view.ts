import type { Administration } from './administration.ts';
import { type Dose, dosesBetween } from './doses.ts';
import type { ScheduleVersion } from './schedule-version.ts';
import { dayBounds, dayOf } from './zone.ts';

/** What is to do today and what is done, each list in the order of the day. */
export interface TodayView {
  localDate: string;
  dayStart: number;
  dayEnd: number;
  /** Late, and everything of earlier days that is still open: it sorts first. */
  overdue: Dose[];
  due: Dose[];
  later: Dose[];
  done: Dose[];
  missed: Dose[];
  held: Dose[];
}

/** A day and the longest late window: nothing older can be open. */
const lookBackMs = 36 * 3_600_000;

/** The person's day in the person's zone, whatever zone the schedules keep. */
export function todayView(
  versions: ScheduleVersion[],
  administrations: Administration[],
  zone: string,
  now: number,
): TodayView {
  const localDate = dayOf(zone, now);
  const { start, end } = dayBounds(zone, localDate);
  const all = dosesBetween(versions, administrations, start - lookBackMs, end, now);
  const today = all.filter(({ scheduledAt }) => scheduledAt >= start);
  const earlier = all.filter(({ scheduledAt }) => scheduledAt < start);
  const of = (...states: Dose['state'][]) => today.filter(({ state }) => states.includes(state));
  const isOpen = ({ state }: Dose) => state === 'due' || state === 'overdue';
  const isDoneToday = ({ administration }: Dose) =>
    administration !== undefined && administration.actualAt >= start;
  return {
    localDate,
    dayStart: start,
    dayEnd: end,
    overdue: [...earlier.filter(isOpen), ...of('overdue')],
    due: of('due'),
    later: of('upcoming'),
    done: [...earlier.filter(isDoneToday), ...of('taken', 'takenLate', 'partial', 'skipped')],
    missed: of('missed'),
    held: of('held'),
  };
}
