import { addDays } from '../schedule/calendar-day.ts';
import type { ScheduleVersion } from '../schedule/schedule-version.ts';
import type { Slot } from '../schedule/slot.ts';
import { slotsBetween } from '../schedule/slots.ts';
import { instantOf } from '../schedule/zone.ts';

/** The planned dose of that name, whether or not the version was in force then. */
export function findSlot(
  { plan, zone }: Pick<ScheduleVersion, 'plan' | 'zone'>,
  localDate: string,
  slot: string,
): Slot | undefined {
  // A day more on both sides: a skipped wall clock may move over midnight.
  const from = instantOf(zone, addDays(localDate, -1), '00:00');
  const to = instantOf(zone, addDays(localDate, 2), '00:00');
  return slotsBetween(plan, zone, from, to).find((one) => one.localDate === localDate && one.slot === slot);
}

export function isInForce(
  { effectiveFrom, effectiveUntil }: Pick<ScheduleVersion, 'effectiveFrom' | 'effectiveUntil'>,
  instant: number,
): boolean {
  return effectiveFrom <= instant && (effectiveUntil === undefined || instant < effectiveUntil);
}
