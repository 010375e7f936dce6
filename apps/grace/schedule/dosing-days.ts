import { dayNumberOf, daysInMonth, floorMod, isoWeekday, localDateOf } from './calendar-day.ts';
import { windowTimes } from './clock-time.ts';
import type { DoseTime, SchedulePlan, TaperPhase } from './schemas.ts';

export type CalendarPlan = Exclude<SchedulePlan, { kind: 'interval' } | { kind: 'asNeeded' }>;
type CountedPlan = Exclude<CalendarPlan, { kind: 'taper' }>;
type MonthlyPlan = Extract<SchedulePlan, { kind: 'monthly' }>;

/** The times of a day that the plan asks for, none where it rests; its bounds are not looked at here. */
export function timesOn(plan: CalendarPlan, day: number): DoseTime[] {
  if (plan.kind === 'taper') return taperTimes(plan.phases, day - dayNumberOf(plan.startDate));
  if (!isDosingDay(plan, day)) return [];
  return plan.kind === 'windowedInterval' ? windowTimes(plan) : plan.times;
}

function isDosingDay(plan: CountedPlan, day: number): boolean {
  switch (plan.kind) {
    case 'monthly':
      return isMonthDay(plan, day);
    case 'everyDays':
      return floorMod(day - dayNumberOf(plan.startDate), plan.everyDays) === 0;
    case 'weekly':
      return (
        plan.weekdays.includes(isoWeekday(day)) &&
        (weekOf(day) - weekOf(dayNumberOf(plan.startDate))) % plan.everyWeeks === 0
      );
    case 'cycle':
      return floorMod(day - dayNumberOf(plan.anchorDate), plan.daysOn + plan.daysOff) < plan.daysOn;
    default:
      return true;
  }
}

/** How many days of the plan come before a day, counted from its start, without walking there. */
export function dosingDaysBefore(plan: CountedPlan, day: number): number {
  const start = dayNumberOf(plan.startDate);
  if (day <= start) return 0;
  switch (plan.kind) {
    case 'monthly':
      return monthDaysBetween(plan, start, day);
    case 'everyDays':
      return Math.ceil((day - start) / plan.everyDays);
    case 'weekly': {
      const monday = start - isoWeekday(start) + 1;
      const offsets = plan.weekdays.map((weekday) => weekday - 1);
      const before = (end: number) => countRepeated(offsets, 7 * plan.everyWeeks, end - monday);
      return before(day) - before(start);
    }
    case 'cycle': {
      const anchor = dayNumberOf(plan.anchorDate);
      const period = plan.daysOn + plan.daysOff;
      const before = (end: number) =>
        Math.floor((end - anchor) / period) * plan.daysOn +
        Math.min(plan.daysOn, floorMod(end - anchor, period));
      return before(day) - before(start);
    }
    default:
      return day - start;
  }
}

/** How many of the offsets, repeated every `period`, lie in [0, end). */
function countRepeated(offsets: number[], period: number, end: number): number {
  const whole = Math.floor(end / period);
  return whole * offsets.length + offsets.filter((offset) => offset < end - whole * period).length;
}

/** Weeks begin on Monday; 1970-01-01 was a Thursday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function isMonthDay({ days }: MonthlyPlan, day: number): boolean {
  const date = localDateOf(day);
  if (days.includes(Number(date.slice(8)))) return true;
  return days.includes('last') && localDateOf(day + 1).endsWith('-01');
}

/** Months differ, so this one looks at each month in turn. */
function monthDaysBetween({ days }: MonthlyPlan, start: number, end: number): number {
  const [startYear, startMonth, startDay] = partsOf(start);
  const [endYear, endMonth, endDay] = partsOf(end);
  const inMonth = (year: number, month: number, before: number) => {
    const last = daysInMonth(year, month);
    const present = new Set(days.map((day) => (day === 'last' ? last : day)));
    return [...present].filter((day) => day <= last && day < before).length;
  };
  let total = inMonth(endYear, endMonth, endDay) - inMonth(startYear, startMonth, startDay);
  for (let index = startYear * 12 + startMonth - 1; index < endYear * 12 + endMonth - 1; index++)
    total += inMonth(Math.floor(index / 12), (index % 12) + 1, 32);
  return total;
}

function partsOf(day: number): [year: number, month: number, dayOfMonth: number] {
  const date = localDateOf(day);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
}

function taperTimes(phases: TaperPhase[], sinceStart: number): DoseTime[] {
  let day = sinceStart;
  for (const { days, everyDays, times } of phases) {
    if (day < 0) return [];
    if (days === null || day < days) return day % everyDays === 0 ? times : [];
    day -= days;
  }
  return [];
}
