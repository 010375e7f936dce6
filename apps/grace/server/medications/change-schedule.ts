import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { schedules } from '../../db/schema/schedules.ts';
import { inForceAt } from '../../medicine/in-force.ts';
import { otherPlans } from '../../medicine/other-plans.ts';
import { describePlan } from '../../schedule/describe.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import { assertDaysFit } from './assert-days-fit.ts';
import { assertFits } from './assert-fits.ts';
import { changeMedication } from './change-medication.ts';
import { endVersions } from './end-versions.ts';
import { instantFrom } from './instant-from.ts';
import { recordChange } from './record-change.ts';
import type { ChangeSchedule, Medication } from './schemas.ts';

/** Makes a new version of a schedule that holds from an instant on; doses before it keep the plan they had. */
export function changeSchedule(ctx: SignedInContext, input: ChangeSchedule): Promise<Medication> {
  const { profileId, id, scheduleId, versionId, schedule, reason } = input;
  const isDone = ({ versions }: Medication) => versions.some((version) => version.id === versionId);
  const change = async (tx: Tx, medication: Medication) => {
    const now = ctx.now().getTime();
    const from = instantFrom(input.from, now);
    const own = medication.versions.filter((version) => version.scheduleId === scheduleId);
    if (own.length === 0) throw new AppError('NOT_FOUND');
    const old = inForceAt(own, from);
    if (!old)
      throw new AppError('CONFLICT', { message: 'This medicine is stopped by then. Start it again first.' });
    assertFits(schedule.plan, otherPlans(medication.versions, scheduleId, from));
    await endVersions(tx, input, from, scheduleId);
    const zone = input.zone ?? old.zone;
    await tx.insert(schedules).values({
      id: versionId,
      profileId,
      medicationId: id,
      scheduleId,
      plan: schedule.plan,
      zone,
      lateWindowMinutes: schedule.lateWindowMinutes ?? defaultLateWindowMinutes(schedule.plan),
      effectiveFrom: new Date(from),
      reason,
    });
    // A stop that lies ahead stays: the new version ends with it.
    if (medication.stoppedAt) await endVersions(tx, input, medication.stoppedAt.getTime(), scheduleId);
    await assertDaysFit(tx, profileId);
    const changes = [
      { field: 'Schedule', before: describePlan(old.plan), after: describePlan(schedule.plan) },
      { field: 'Time zone', before: old.zone, after: zone },
    ].filter(({ before, after }) => before !== after);
    await recordChange(tx, ctx, input, { action: 'rescheduled', reason, changes, effectiveAt: from });
    return {};
  };
  return changeMedication(ctx, input, change, isDone);
}
