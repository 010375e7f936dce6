import type { DoseTime, SchedulePlan } from './schemas.ts';

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

type WindowedInterval = Extract<SchedulePlan, { kind: 'windowedInterval' }>;

/** The times of day of an interval within a window: from its beginning in equal steps, up to its end. */
export function windowTimes({ from, until, everyHours, amount }: WindowedInterval): DoseTime[] {
  const first = minutesOf(from);
  const step = everyHours * 60;
  const steps = Math.floor((minutesOf(until) - first) / step);
  return Array.from({ length: steps + 1 }, (_, index) => ({ time: timeOf(first + index * step), amount }));
}
