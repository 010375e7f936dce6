import type { Hold, ScheduleVersion } from './schedule-version.ts';
import type { Slot } from './slot.ts';
import { byInstant, slotsBetween } from './slots.ts';

/** A planned dose and the version of the schedule that plans it. */
export interface Occurrence extends Slot {
  versionId: string;
  scheduleId: string;
  lateWindowMinutes: number;
  isHeld: boolean;
}

/** The planned doses of [from, to) of all versions, each as the version in force at its instant plans it. */
export function occurrences(versions: ScheduleVersion[], from: number, to: number): Occurrence[] {
  return versions.flatMap((version) => occurrencesOf(version, from, to)).sort(byInstant);
}

function occurrencesOf(version: ScheduleVersion, from: number, to: number): Occurrence[] {
  const {
    id,
    scheduleId,
    lateWindowMinutes,
    plan,
    zone,
    effectiveFrom,
    effectiveUntil = to,
    holds = [],
  } = version;
  const slots = slotsBetween(plan, zone, Math.max(from, effectiveFrom), Math.min(to, effectiveUntil));
  return slots.map((slot) => ({
    ...slot,
    versionId: id,
    scheduleId,
    lateWindowMinutes,
    isHeld: holds.some((hold) => holdCovers(hold, slot.scheduledAt)),
  }));
}

function holdCovers({ from, until = Number.POSITIVE_INFINITY }: Hold, instant: number): boolean {
  return from <= instant && instant < until;
}
