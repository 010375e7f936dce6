import type { ScheduleVersion } from '../schedule/schedule-version.ts';
import type { SchedulePlan } from '../schedule/schemas.ts';

type Version = Pick<ScheduleVersion, 'scheduleId' | 'plan' | 'effectiveFrom' | 'effectiveUntil'>;

/** What the schedules of a medicine ask for from an instant on, but for the named one: of each its last plan. */
export function otherPlans(
  versions: readonly Version[],
  scheduleId: string | null,
  from: number,
): SchedulePlan[] {
  const plans = new Map(
    versions
      .filter((version) => version.scheduleId !== scheduleId && isOpen(version, from))
      .map((version) => [version.scheduleId, version.plan]),
  );
  return [...plans.values()];
}

/** Whether a version holds at an instant or comes into force later. */
export function isOpen(
  { effectiveFrom, effectiveUntil = Number.POSITIVE_INFINITY }: Version,
  from: number,
): boolean {
  return effectiveUntil > Math.max(from, effectiveFrom);
}
