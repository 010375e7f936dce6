import { uuidV7 } from '@commons/shared-db';
import type { SchedulePlan } from '../schedule/schemas.ts';
import type { GraceServer } from './family.ts';

export interface PlannedMedicine {
  profileId: string;
  medicationId: string;
  versionId: string;
}

interface Wanted {
  profileId: string;
  plan: SchedulePlan;
  name?: string;
  zone?: string;
  lateWindowMinutes?: number;
  from?: string;
  isSkippable?: boolean;
}

/** A medicine with one schedule, put into the database as if somebody had entered it. */
export async function plannedMedicine(server: GraceServer, wanted: Wanted): Promise<PlannedMedicine> {
  const { profileId, plan, name = 'Metformin', zone = 'Europe/London', lateWindowMinutes = 60 } = wanted;
  const { from = '2026-01-01T00:00:00Z', isSkippable = true } = wanted;
  const [medicationId, versionId] = [uuidV7(), uuidV7()];
  const { admin } = server.db;
  await admin`
    insert into grace.medications (id, profile_id, name, ingredients, form, route, is_skippable)
    values (${medicationId}, ${profileId}, ${name}, ${[name.toLowerCase()]}, 'tablet', 'oral', ${isSkippable})`;
  await admin`
    insert into grace.schedules (id, profile_id, medication_id, schedule_id, plan, zone, late_window_minutes, effective_from)
    values (${versionId}, ${profileId}, ${medicationId}, ${uuidV7()}, ${admin.json(plan)}, ${zone}, ${lateWindowMinutes}, ${from})`;
  return { profileId, medicationId, versionId };
}

/** Two tablets for pain, at least four hours apart, at most eight in 24 hours. */
export const asNeeded: SchedulePlan = {
  kind: 'asNeeded',
  unit: 'tablet',
  amount: '2',
  reason: 'Pain',
  minIntervalMinutes: 240,
  maxAmountIn24h: '8',
  followUpMinutes: 60,
};
