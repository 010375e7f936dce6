import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, asc, eq } from 'drizzle-orm';
import { schedules } from '../../db/schema/schedules.ts';
import { withoutStop } from '../../medicine/in-force.ts';
import { assertDaysFit } from './assert-days-fit.ts';
import { assertRoom } from './assert-room.ts';
import { changeMedication } from './change-medication.ts';
import { endVersions } from './end-versions.ts';
import { recordChange } from './record-change.ts';
import type { Medication, MedicationId, RestartMedication } from './schemas.ts';

/** Within it a restart counts as taking the stop back: no dose falls between the two. */
const secondThoughtsMs = 10 * 60_000;

/** Takes a medicine up again with the schedule that it would have if it had not been stopped. */
export function restartMedication(ctx: SignedInContext, input: RestartMedication): Promise<Medication> {
  return changeMedication(ctx, input, async (tx, { stoppedAt }) => {
    if (!stoppedAt) throw new AppError('CONFLICT', { message: 'It is not stopped.' });
    const now = ctx.now().getTime();
    const stopped = stoppedAt.getTime();
    const from = stopped > now - secondThoughtsMs ? stopped : now;
    await assertRoom(tx, input, ctx.now());
    const made = await versionsAsMade(tx, input);
    for (const scheduleId of new Set(made.map((version) => version.scheduleId))) {
      const own = made.filter((version) => version.scheduleId === scheduleId);
      for (const { effectiveFrom, ...version } of withoutStop(own, from)) {
        await endVersions(tx, input, effectiveFrom, scheduleId);
        await tx.insert(schedules).values({
          ...version,
          profileId: input.profileId,
          medicationId: input.id,
          effectiveFrom: new Date(effectiveFrom),
          reason: input.reason,
        });
      }
    }
    await assertDaysFit(tx, input.profileId);
    await recordChange(tx, ctx, input, { action: 'restarted', reason: input.reason, effectiveAt: from });
    return { stoppedAt: null, stopReason: null, isEnteredInError: false };
  });
}

/** In the order in which they were made; those of one restart follow each other. */
async function versionsAsMade(tx: Tx, { profileId, id }: MedicationId) {
  const rows = await tx
    .select({
      scheduleId: schedules.scheduleId,
      plan: schedules.plan,
      zone: schedules.zone,
      lateWindowMinutes: schedules.lateWindowMinutes,
      effectiveFrom: schedules.effectiveFrom,
    })
    .from(schedules)
    .where(
      and(
        eq(schedules.medicationId, id),
        eq(schedules.profileId, profileId),
        // What was ended by itself stays ended.
        eq(schedules.isEnded, false),
      ),
    )
    .orderBy(asc(schedules.createdAt), asc(schedules.effectiveFrom));
  return rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.getTime() }));
}
