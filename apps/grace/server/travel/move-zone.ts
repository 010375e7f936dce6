import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { schedules } from '../../db/schema/schedules.ts';
import { type ZoneMove, zoneMoves } from '../../schedule/zone-move.ts';
import { moveInstant } from '../../travel/move-instant.ts';
import type { MoveZone } from '../../travel/schemas.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { endVersions } from '../medications/end-versions.ts';
import { type PlannedVersion, planOf } from '../medications/plan-of.ts';
import { recordChange } from '../medications/record-change.ts';
import { moveDay } from './move-day.ts';

/**
 * Lets every planned dose follow the clock of another zone from a day on. Doses before it keep the clock they had. Where the holder of
 * the record says so, the person's day moves with them. Sent again it finds nothing left to move.
 */
export async function moveZone(ctx: SignedInContext, input: MoveZone): Promise<void> {
  const { profileId, zone } = input;
  const now = ctx.now().getTime();
  const from = moveInstant(input, now);
  if (from === undefined)
    throw new AppError('BAD_INPUT', {
      message: 'This day is over there. Choose today or later.',
      fields: { from: ['Choose today or later.'] },
    });
  await changeProfile(ctx, profileId, async (tx) => {
    const { isHolder } = await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    await lockMedicines(tx, profileId);
    const moves = zoneMoves(await planOf(tx, profileId), zone, from);
    for (const [medicationId, own] of grouped(moves, ({ medicationId }) => medicationId)) {
      await moveMedicine(tx, { profileId, id: medicationId }, own, { zone, from });
      await recordChange(
        tx,
        ctx,
        { profileId, id: medicationId },
        {
          action: 'rescheduled',
          reason: 'Moved to another time zone',
          changes: [{ field: 'Time zone', before: own[0]?.version.zone ?? '', after: zone }],
          effectiveAt: from,
        },
      );
    }
    if (isHolder) await moveDay(tx, profileId, { zone, from }, now);
    await audit(tx, { action: 'zone_moved', resourceType: 'profile', resourceId: profileId });
  });
}

/** A change to one of them at the same moment comes before or after, whole. */
async function lockMedicines(tx: Tx, profileId: string): Promise<void> {
  await tx
    .select({ id: medications.id })
    .from(medications)
    .where(eq(medications.profileId, profileId))
    .orderBy(medications.id)
    .for('update');
}

async function moveMedicine(
  tx: Tx,
  medicine: { profileId: string; id: string },
  moves: ZoneMove<PlannedVersion>[],
  { zone, from }: { zone: string; from: number },
): Promise<void> {
  const { profileId, id: medicationId } = medicine;
  for (const [scheduleId, own] of grouped(moves, (version) => version.scheduleId)) {
    await endVersions(tx, medicine, from, scheduleId);
    for (const { version, from: effectiveFrom } of own) {
      const [added] = await tx
        .insert(schedules)
        .values({
          ...{ profileId, medicationId, scheduleId, zone },
          plan: version.plan,
          lateWindowMinutes: version.lateWindowMinutes,
          effectiveFrom: new Date(effectiveFrom),
          reason: 'Moved to another time zone',
        })
        .returning({ id: schedules.id });
      if (!added || version.effectiveUntil === undefined) continue;
      await tx
        .update(schedules)
        .set({ effectiveUntil: new Date(version.effectiveUntil) })
        .where(and(eq(schedules.id, added.id), eq(schedules.profileId, profileId)));
    }
  }
  const own = and(eq(medications.id, medicationId), eq(medications.profileId, profileId));
  await tx
    .update(medications)
    .set({ version: sql`${medications.version} + 1` })
    .where(own);
}

function grouped(
  moves: ZoneMove<PlannedVersion>[],
  by: (version: PlannedVersion) => string,
): Map<string, ZoneMove<PlannedVersion>[]> {
  const groups = new Map<string, ZoneMove<PlannedVersion>[]>();
  for (const move of moves) groups.set(by(move.version), [...(groups.get(by(move.version)) ?? []), move]);
  return groups;
}
