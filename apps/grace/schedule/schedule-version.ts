import type { SchedulePlan } from './schemas.ts';

/** A stretch in which doses are held; without `until` it goes on. */
export interface Hold {
  from: number;
  until?: number | undefined;
}

/**
 * A plan from one instant until another. A changed plan is a new version of the same schedule, so that past
 * doses keep the old one.
 */
export interface ScheduleVersion {
  id: string;
  scheduleId: string;
  plan: SchedulePlan;
  zone: string;
  /** Milliseconds since 1970. */
  effectiveFrom: number;
  effectiveUntil?: number | undefined;
  lateWindowMinutes: number;
  holds?: Hold[] | undefined;
}
