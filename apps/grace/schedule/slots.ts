import { dayNumberOf, localDateOf } from './calendar-day.ts';
import { type CalendarPlan, dosingDaysBefore, timesOn } from './dosing-days.ts';
import type { SchedulePlan } from './schemas.ts';
import type { Slot } from './slot.ts';
import { dayBounds, dayOf, instantOf, localAt } from './zone.ts';

const msPerHour = 3_600_000;
const longestWindowMs = 5 * 366 * 24 * msPerHour;

/**
 * The planned doses of [from, to) in the order of their instants. A window begins where it begins: nothing before
 * it is walked through. At most five years at once.
 */
export function slotsBetween(plan: SchedulePlan, zone: string, from: number, to: number): Slot[] {
  if (to - from > longestWindowMs) throw new RangeError('Slots are listed for at most five years at once.');
  if (plan.kind === 'asNeeded' || to <= from) return [];
  return plan.kind === 'interval' ? intervalSlots(plan, zone, from, to) : calendarSlots(plan, zone, from, to);
}

function calendarSlots(plan: CalendarPlan, zone: string, from: number, to: number): Slot[] {
  const start = dayNumberOf(plan.startDate);
  const end = 'end' in plan ? plan.end : undefined;
  const lastDay = end?.kind === 'until' ? dayNumberOf(end.date) : Number.POSITIVE_INFINITY;
  // One day more on both sides: a skipped wall clock may move over midnight, and a day may come back for an hour.
  const firstDay = Math.max(start, dayNumberOf(dayOf(zone, from)) - 1);
  const stop = Math.min(lastDay, dayNumberOf(dayOf(zone, to)) + 1);
  let left = end?.kind === 'count' ? end.doses - dosesBefore(plan, firstDay) : Number.POSITIVE_INFINITY;

  const slots: Slot[] = [];
  for (let day = firstDay; day <= stop && left > 0; day++) {
    const times = day === start ? timesFromStart(plan, day) : timesOn(plan, day);
    const localDate = localDateOf(day);
    for (const { time, amount } of times.slice(0, left)) {
      const scheduledAt = instantOf(zone, localDate, time);
      if (scheduledAt < from || scheduledAt >= to) continue;
      const localTime = localAt(zone, scheduledAt).time;
      slots.push({
        slot: time,
        localDate,
        plannedTime: time,
        localTime,
        scheduledAt,
        amount,
        unit: plan.unit,
      });
    }
    left -= times.length;
  }
  return slots.sort(byInstant);
}

/** How many doses the plan had before a day, for plans that end after a number of them. */
function dosesBefore(plan: CalendarPlan, day: number): number {
  const start = dayNumberOf(plan.startDate);
  if (plan.kind === 'taper' || day <= start) return 0;
  const perDay = plan.kind === 'windowedInterval' ? timesOn(plan, start).length : plan.times.length;
  const leftOut = timesOn(plan, start).length - timesFromStart(plan, start).length;
  return dosingDaysBefore(plan, day) * perDay - leftOut;
}

function timesFromStart(plan: CalendarPlan, start: number) {
  const { startTime = '00:00' } = plan;
  return timesOn(plan, start).filter(({ time }) => time >= startTime);
}

function intervalSlots(
  { anchor, everyHours, end, amount, unit }: Extract<SchedulePlan, { kind: 'interval' }>,
  zone: string,
  from: number,
  to: number,
): Slot[] {
  const first = Date.parse(anchor);
  const step = everyHours * msPerHour;
  const stop = end.kind === 'until' ? Math.min(to, dayBounds(zone, end.date).end) : to;
  const most = end.kind === 'count' ? end.doses : Number.POSITIVE_INFINITY;

  const slots: Slot[] = [];
  for (let n = Math.max(0, Math.ceil((from - first) / step)); first + n * step < stop && n < most; n++) {
    const scheduledAt = first + n * step;
    const { date, time } = localAt(zone, scheduledAt);
    slots.push({
      slot: `n${n}`,
      localDate: date,
      plannedTime: time,
      localTime: time,
      scheduledAt,
      amount,
      unit,
    });
  }
  return slots;
}

/** Two may share an instant where a skipped wall clock moves onto another one; the plan's order decides. */
export function byInstant(a: Slot, b: Slot): number {
  return (
    a.scheduledAt - b.scheduledAt || a.localDate.localeCompare(b.localDate) || a.slot.localeCompare(b.slot)
  );
}
