import type { Tx } from '@commons/shared-db';
import { and, asc, eq, gt, isNull, lt, or, type SQL } from 'drizzle-orm';
import { medicationHolds } from '../../db/schema/medication-holds.ts';
import { schedules } from '../../db/schema/schedules.ts';
import type { Hold, ScheduleVersion } from '../../schedule/schedule-version.ts';

/** A version of a schedule as the time engine takes it, and which medicine it is of. */
export interface PlannedVersion extends ScheduleVersion {
  medicationId: string;
}

interface PlanBounds {
  medicationId?: string | undefined;
  /** Milliseconds since 1970: versions that ended before it, or begin after `to`, are left out. */
  from?: number | undefined;
  to?: number | undefined;
}

/** What one person's medicines ask for: all versions of their schedules with the holds, oldest first. */
export async function planOf(
  tx: Tx,
  profileId: string,
  { medicationId, from, to }: PlanBounds = {},
): Promise<PlannedVersion[]> {
  const versions = await tx
    .select({
      id: schedules.id,
      medicationId: schedules.medicationId,
      scheduleId: schedules.scheduleId,
      plan: schedules.plan,
      zone: schedules.zone,
      effectiveFrom: schedules.effectiveFrom,
      effectiveUntil: schedules.effectiveUntil,
      lateWindowMinutes: schedules.lateWindowMinutes,
    })
    .from(schedules)
    .where(
      and(
        eq(schedules.profileId, profileId),
        medicationId ? eq(schedules.medicationId, medicationId) : undefined,
        from === undefined ? undefined : endsAfter(from),
        to === undefined ? undefined : lt(schedules.effectiveFrom, new Date(to)),
      ),
    )
    .orderBy(asc(schedules.effectiveFrom), asc(schedules.id));
  const holds = await holdsOf(tx, profileId);
  return versions.map((version) => ({
    ...version,
    effectiveFrom: version.effectiveFrom.getTime(),
    effectiveUntil: version.effectiveUntil?.getTime(),
    holds: holds.get(version.medicationId) ?? [],
  }));
}

function endsAfter(instant: number): SQL | undefined {
  return or(isNull(schedules.effectiveUntil), gt(schedules.effectiveUntil, new Date(instant)));
}

async function holdsOf(tx: Tx, profileId: string): Promise<Map<string, Hold[]>> {
  const rows = await tx
    .select({
      medicationId: medicationHolds.medicationId,
      from: medicationHolds.startsAt,
      until: medicationHolds.endsAt,
    })
    .from(medicationHolds)
    .where(eq(medicationHolds.profileId, profileId))
    .orderBy(asc(medicationHolds.startsAt));
  const holds = new Map<string, Hold[]>();
  for (const { medicationId, from, until } of rows) {
    const hold = { from: from.getTime(), until: until?.getTime() };
    const own = holds.get(medicationId);
    if (own) own.push(hold);
    else holds.set(medicationId, [hold]);
  }
  return holds;
}
