import type { SchedulePlan } from './schemas.ts';
import type { Slot } from './slot.ts';
import { slotsBetween } from './slots.ts';

const msPerDay = 86_400_000;
const horizonMs = 20 * 366 * msPerDay;

/** The next doses from an instant on, for previews: at most `count`, fewer when the plan ends. */
export function nextSlots(plan: SchedulePlan, zone: string, from: number, count: number): Slot[] {
  const found: Slot[] = [];
  let start = Math.max(from, firstPossible(plan));
  for (let days = 8; found.length < count && start < from + horizonMs; days = Math.min(days * 4, 1464)) {
    const end = start + days * msPerDay;
    found.push(...slotsBetween(plan, zone, start, end));
    start = end;
  }
  return found.slice(0, count);
}

/** A plan that begins in a year needs no search through that year; a day earlier is early enough in every zone. */
function firstPossible(plan: SchedulePlan): number {
  return 'startDate' in plan
    ? Date.parse(`${plan.startDate}T00:00:00Z`) - 2 * msPerDay
    : Number.NEGATIVE_INFINITY;
}
