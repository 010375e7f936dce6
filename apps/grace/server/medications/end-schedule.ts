import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { schedules } from '../../db/schema/schedules.ts';
import { isOpen, otherPlans } from '../../medicine/other-plans.ts';
import { describePlan } from '../../schedule/describe.ts';
import { changeMedication } from './change-medication.ts';
import { endVersions } from './end-versions.ts';
import { recordChange } from './record-change.ts';
import type { EndSchedule, Medication } from './schemas.ts';

/** Ends one of several schedules, from now on; its medicine goes on with the others. */
export function endSchedule(ctx: SignedInContext, input: EndSchedule): Promise<Medication> {
  const { profileId, id, scheduleId, reason } = input;
  return changeMedication(ctx, input, async (tx: Tx, medication) => {
    const now = ctx.now().getTime();
    const own = medication.versions.filter((version) => version.scheduleId === scheduleId);
    const last = own.at(-1);
    if (!last) throw new AppError('NOT_FOUND');
    if (!own.some((version) => isOpen(version, now)))
      throw new AppError('CONFLICT', { message: 'This schedule has ended already.' });
    if (otherPlans(medication.versions, scheduleId, now).length === 0)
      throw new AppError('CONFLICT', { message: 'It is the only schedule. Stop the medicine instead.' });
    await endVersions(tx, input, now, scheduleId);
    await tx
      .update(schedules)
      .set({ isEnded: true })
      .where(
        and(
          eq(schedules.profileId, profileId),
          eq(schedules.medicationId, id),
          eq(schedules.scheduleId, scheduleId),
        ),
      );
    const changes = [{ field: 'Schedule ended', before: '', after: describePlan(last.plan) }];
    await recordChange(tx, ctx, input, { action: 'rescheduled', reason, changes });
    return {};
  });
}
