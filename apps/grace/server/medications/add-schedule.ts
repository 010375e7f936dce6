import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { schedules } from '../../db/schema/schedules.ts';
import { otherPlans } from '../../medicine/other-plans.ts';
import { describePlan } from '../../schedule/describe.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import { zoneOf } from '../reports/zone-of.ts';
import { assertDaysFit } from './assert-days-fit.ts';
import { assertFits } from './assert-fits.ts';
import { assertOngoing } from './assert-ongoing.ts';
import { changeMedication } from './change-medication.ts';
import { endVersions } from './end-versions.ts';
import { instantFrom } from './instant-from.ts';
import { recordChange } from './record-change.ts';
import type { AddSchedule, Medication } from './schemas.ts';

/** Adds one more schedule to a medicine, beside those that it has. */
export function addSchedule(ctx: SignedInContext, input: AddSchedule): Promise<Medication> {
  const { profileId, id, scheduleId, schedule, reason } = input;
  const isDone = ({ versions }: Medication) => versions.some((version) => version.scheduleId === scheduleId);
  const change = async (tx: Tx, medication: Medication) => {
    const from = instantFrom(input.from, ctx.now().getTime());
    assertOngoing(medication, from);
    assertFits(schedule.plan, otherPlans(medication.versions, scheduleId, from));
    await tx.insert(schedules).values({
      profileId,
      medicationId: id,
      scheduleId,
      plan: schedule.plan,
      zone: medication.versions.at(-1)?.zone ?? (await zoneOf(tx, profileId)),
      lateWindowMinutes: schedule.lateWindowMinutes ?? defaultLateWindowMinutes(schedule.plan),
      effectiveFrom: new Date(from),
      reason,
    });
    // A stop that lies ahead holds for this one too.
    if (medication.stoppedAt) await endVersions(tx, input, medication.stoppedAt.getTime(), scheduleId);
    await assertDaysFit(tx, profileId);
    const changes = [{ field: 'Schedule added', before: '', after: describePlan(schedule.plan) }];
    await recordChange(tx, ctx, input, { action: 'rescheduled', reason, changes, effectiveAt: from });
    return {};
  };
  return changeMedication(ctx, input, change, isDone);
}
