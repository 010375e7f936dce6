import { windowTimes } from './clock-time.ts';
import type { ScheduleVersion } from './schedule-version.ts';
import type { SchedulePlan } from './schemas.ts';

/** Far more than anybody takes; every page, reminder and calendar goes through all of them. */
export const dosesADayMax = 500;

type PlannedStretch = Pick<ScheduleVersion, 'plan' | 'effectiveFrom' | 'effectiveUntil'>;

/** The most doses that versions of schedules may plan for one day, whichever days each of them rests. */
export function mostDosesADay(versions: readonly PlannedStretch[]): number {
  const steps = versions
    .flatMap(({ plan, effectiveFrom, effectiveUntil = Number.POSITIVE_INFINITY }) => {
      const doses = dosesADay(plan);
      return effectiveUntil > effectiveFrom
        ? [
            { at: effectiveFrom, change: doses },
            { at: effectiveUntil, change: -doses },
          ]
        : [];
    })
    // Where one version follows another at the same instant, the old one goes first.
    .sort((a, b) => (a.at === b.at ? a.change - b.change : a.at - b.at));
  let [now, most] = [0, 0];
  for (const { change } of steps) {
    now += change;
    most = Math.max(most, now);
  }
  return most;
}

function dosesADay(plan: SchedulePlan): number {
  switch (plan.kind) {
    case 'asNeeded':
      return 0;
    case 'interval':
      return Math.ceil(24 / plan.everyHours);
    case 'windowedInterval':
      return windowTimes(plan).length;
    case 'taper':
      return Math.max(...plan.phases.map(({ times }) => times.length));
    default:
      return plan.times.length;
  }
}
