import type { Administration } from '../administration.ts';
import type { ScheduleVersion } from '../schedule-version.ts';
import type { SchedulePlan } from '../schemas.ts';

/** A schedule "s1" in its first version "v1", in force for as long as tests look. */
export function versionOf(plan: SchedulePlan, changes: Partial<ScheduleVersion> = {}): ScheduleVersion {
  return {
    id: 'v1',
    scheduleId: 's1',
    plan,
    zone: 'America/New_York',
    effectiveFrom: Date.parse('2020-01-01T00:00Z'),
    lateWindowMinutes: 60,
    ...changes,
  };
}

/** One tablet at each of the times of every day. */
export function dailyAt(...times: string[]): SchedulePlan {
  return {
    kind: 'daily',
    unit: 'tablet',
    startDate: '2020-01-01',
    end: { kind: 'never' },
    times: times.map((time) => ({ time, amount: '1' })),
  };
}

/** A log entry of the version "v1"; the instant is written in ISO. */
export function logged(
  localDate: string,
  slot: string,
  actualAt: string,
  changes: Partial<Administration> = {},
): Administration {
  return {
    versionId: 'v1',
    localDate,
    slot,
    outcome: 'taken',
    actualAt: Date.parse(actualAt),
    amount: '1',
    unit: 'tablet',
    ...changes,
  };
}
