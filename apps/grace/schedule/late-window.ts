import { minutesOf, windowTimes } from './clock-time.ts';
import type { DoseTime, SchedulePlan } from './schemas.ts';

const minutesPerDay = 1440;

/**
 * How far from its planned time a dose is still on time, after the windows that hospitals use: two hours for what
 * is taken daily or more rarely, one hour down to every four hours, half an hour below. A default, not a rule.
 */
export function defaultLateWindowMinutes(plan: SchedulePlan): number {
  const spacing = shortestSpacing(plan);
  if (spacing >= minutesPerDay) return 120;
  if (spacing >= 240) return 60;
  return Math.max(5, Math.min(30, Math.floor(spacing / 2)));
}

function shortestSpacing(plan: SchedulePlan): number {
  if (plan.kind === 'asNeeded') return minutesPerDay;
  if (plan.kind === 'interval') return plan.everyHours * 60;
  if (plan.kind === 'taper') return Math.min(...plan.phases.map(({ times }) => withinDay(times)));
  return withinDay(plan.kind === 'windowedInterval' ? windowTimes(plan) : plan.times);
}

/** The shortest way from one time to the next; the way over midnight is that of a daily dose or longer. */
function withinDay(times: DoseTime[]): number {
  const minutes = times.map(({ time }) => minutesOf(time));
  const gaps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
  return Math.min(minutesPerDay, ...gaps);
}
