import { nextSlots } from '../schedule/next-slots.ts';
import type { Hold, ScheduleVersion } from '../schedule/schedule-version.ts';
import type { Slot } from '../schedule/slot.ts';
import { byInstant } from '../schedule/slots.ts';

/** The next doses of a medicine from now on, those that a hold leaves out aside. */
export function nextDoses(versions: ScheduleVersion[], now: number, count: number): Slot[] {
  return versions
    .flatMap((version) => {
      const { plan, zone, effectiveFrom, effectiveUntil = Number.POSITIVE_INFINITY, holds = [] } = version;
      // More than asked for, because a hold may cover the first ones.
      const slots = nextSlots(plan, zone, Math.max(now, effectiveFrom), count * 4);
      return slots.filter(
        ({ scheduledAt }) => scheduledAt < effectiveUntil && !holds.some((hold) => covers(hold, scheduledAt)),
      );
    })
    .sort(byInstant)
    .slice(0, count);
}

function covers({ from, until = Number.POSITIVE_INFINITY }: Hold, instant: number): boolean {
  return from <= instant && instant < until;
}
