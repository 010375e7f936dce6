import type { SignedInContext } from '@commons/api';
import { medications } from '../../db/schema/medications.ts';
import { schedules } from '../../db/schema/schedules.ts';
import { describePlan } from '../../schedule/describe.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { zoneOf } from '../reports/zone-of.ts';
import { assertDaysFit } from './assert-days-fit.ts';
import { assertFits } from './assert-fits.ts';
import { assertRoom } from './assert-room.ts';
import { readMedication } from './by-id.ts';
import { firstEffective } from './first-effective.ts';
import { recordChange } from './record-change.ts';
import type { CreateMedication, Medication } from './schemas.ts';

/** Adds a medicine with its first schedule; with an id that is there already it returns that one, so that a retry adds nothing. */
export function createMedication(ctx: SignedInContext, input: CreateMedication): Promise<Medication> {
  const { profileId, id, facts, schedule, others = [], from } = input;
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    const [added] = await tx
      .insert(medications)
      .values({ id, profileId, ...facts })
      .onConflictDoNothing({ target: medications.id })
      .returning({ id: medications.id });
    if (!added) return readMedication(tx, input);
    await assertRoom(tx, input, ctx.now());
    const zone = await zoneOf(tx, profileId);
    const effectiveFrom = firstEffective(from, zone, ctx.now().getTime());
    // The first schedule is named after its medicine.
    const entries = [{ ...schedule, scheduleId: id }, ...others];
    for (const [index, { plan }] of entries.entries())
      assertFits(
        plan,
        entries.slice(0, index).map((entry) => entry.plan),
      );
    await tx.insert(schedules).values(
      entries.map(({ scheduleId, plan, lateWindowMinutes }) => ({
        profileId,
        medicationId: id,
        scheduleId,
        plan,
        zone,
        lateWindowMinutes: lateWindowMinutes ?? defaultLateWindowMinutes(plan),
        effectiveFrom: new Date(effectiveFrom),
      })),
    );
    await assertDaysFit(tx, profileId);
    const changes = entries.map(({ plan }) => ({ field: 'Schedule', before: '', after: describePlan(plan) }));
    await recordChange(tx, ctx, input, { action: 'added', reason: '', changes, effectiveAt: effectiveFrom });
    return readMedication(tx, input);
  });
}
