import type { SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { medications } from '../../db/schema/medications.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { schedules } from '../../db/schema/schedules.ts';
import { describePlan } from '../../schedule/describe.ts';
import { defaultLateWindowMinutes } from '../../schedule/late-window.ts';
import { changeProfile } from '../care/change-profile.ts';
import { assertWithin } from '../care/rights.ts';
import { readMedication } from './by-id.ts';
import { firstEffective } from './first-effective.ts';
import { recordChange } from './record-change.ts';
import type { CreateMedication, Medication } from './schemas.ts';

/** Adds a medicine with its first schedule; with an id that is there already it returns that one, so that a retry adds nothing. */
export function createMedication(ctx: SignedInContext, input: CreateMedication): Promise<Medication> {
  const { profileId, id, facts, schedule, from } = input;
  return changeProfile(ctx, profileId, async (tx) => {
    await assertWithin(tx, ctx, profileId, 'medications', 'manage');
    const [added] = await tx
      .insert(medications)
      .values({ id, profileId, ...facts })
      .onConflictDoNothing({ target: medications.id })
      .returning({ id: medications.id });
    if (!added) return readMedication(tx, input);
    const zone = await zoneOf(tx, profileId);
    const effectiveFrom = firstEffective(from, zone, ctx.now().getTime());
    await tx.insert(schedules).values({
      profileId,
      medicationId: id,
      // One schedule is named after its medicine; more of them would have names of their own.
      scheduleId: id,
      plan: schedule.plan,
      zone,
      lateWindowMinutes: schedule.lateWindowMinutes ?? defaultLateWindowMinutes(schedule.plan),
      effectiveFrom: new Date(effectiveFrom),
    });
    const changes = [{ field: 'Schedule', before: '', after: describePlan(schedule.plan) }];
    await recordChange(tx, ctx, input, { action: 'added', reason: '', changes, effectiveAt: effectiveFrom });
    return readMedication(tx, input);
  });
}

async function zoneOf(tx: Tx, profileId: string): Promise<string> {
  const [profile] = await tx
    .select({ timeZone: profiles.timeZone })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  return profile?.timeZone ?? 'UTC';
}
