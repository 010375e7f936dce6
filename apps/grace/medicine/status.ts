import { nextSlots } from '../schedule/next-slots.ts';
import type { ScheduleVersion } from '../schedule/schedule-version.ts';
import { dayBounds, dayOf } from '../schedule/zone.ts';

/** `finished` is a plan that came to its end by itself; `planned` one that has not begun. */
export type MedicationStatus = 'active' | 'planned' | 'held' | 'finished' | 'stopped' | 'error';

/** Nobody takes it any more. */
export function isOver(status: MedicationStatus): boolean {
  return status === 'stopped' || status === 'finished' || status === 'error';
}

interface Medicine {
  stoppedAt: string | Date | null;
  isEnteredInError: boolean;
  versions: ScheduleVersion[];
}

/** Where a medicine stands at an instant; it is never stored, because time alone changes it. */
export function statusOf({ stoppedAt, isEnteredInError, versions }: Medicine, now: number): MedicationStatus {
  if (isEnteredInError) return 'error';
  if (stoppedAt !== null && new Date(stoppedAt).getTime() <= now) return 'stopped';
  if (currentHold(versions, now)) return 'held';
  const live = versions.filter(
    ({ effectiveFrom, effectiveUntil = Number.POSITIVE_INFINITY }) =>
      effectiveUntil > Math.max(now, effectiveFrom),
  );
  if (live.length > 0 && live.every((version) => isYetToBegin(version, now))) return 'planned';
  return live.some((version) => goesOn(version, now)) ? 'active' : 'finished';
}

/** The hold that is in force, if there is one. */
export function currentHold(versions: ScheduleVersion[], now: number) {
  return versions
    .flatMap(({ holds = [] }) => holds)
    .find(({ from, until = Number.POSITIVE_INFINITY }) => from <= now && now < until);
}

/** A plan that was entered to begin on a later day. */
function isYetToBegin({ plan, effectiveFrom, zone }: ScheduleVersion, now: number): boolean {
  if (effectiveFrom > now) return true;
  return 'startDate' in plan && dayBounds(zone, plan.startDate).start > now;
}

/** Today's last dose may be over, but a medicine ends with its last day. */
function goesOn({ plan, zone }: ScheduleVersion, now: number): boolean {
  const today = dayBounds(zone, dayOf(zone, now)).start;
  return plan.kind === 'asNeeded' || nextSlots(plan, zone, today, 1).length > 0;
}
