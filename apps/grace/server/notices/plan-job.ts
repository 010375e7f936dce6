import { defineJob } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { medications } from '../../db/schema/medications.ts';
import { notices } from '../../db/schema/notices.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { dosesBetween } from '../../schedule/doses.ts';
import { refreshFeeds } from '../feeds/refresh.ts';
import { planOf } from '../medications/plan-of.ts';
import { moveDayIfDue } from '../travel/move-day.ts';
import { administrationsSince } from './administrations.ts';
import { careCircle } from './care-circle.ts';
import { planNotices } from './plan-notices.ts';

const msPerMinute = 60_000;
const lookBackMs = 24 * 60 * msPerMinute;
/** Longer than from one planning to the next, so that each dose is planned before its time. */
const lookAheadMs = 15 * msPerMinute;
const msPerDay = 86_400_000;

/** Plans what is to be told about one person's doses, as the holder of the profile. Planned again, it adds nothing. */
export const planNoticesJob = defineJob({
  name: 'grace.plan-notices',
  schema: z.object({ profileId: z.uuid() }),
  async run({ asUser, data: { profileId }, user, now }) {
    const at = now();
    await asUser((tx) => moveDayIfDue(tx, profileId, at.getTime()));
    await asUser((tx) => planFor(tx, profileId, user.id, at.getTime()));
    await refreshFeeds(asUser, profileId, at);
  },
});

async function planFor(tx: Tx, profileId: string, holderId: string, now: number): Promise<void> {
  const isHeld = and(eq(profiles.id, profileId), eq(profiles.userId, holderId));
  const [profile] = await tx.select({ id: profiles.id }).from(profiles).where(isHeld);
  if (!profile) return;
  const from = now - lookBackMs;
  const versions = await planOf(tx, profileId, { from, to: now + lookAheadMs + msPerDay });
  if (versions.length === 0) return;
  const medicationOf = new Map(versions.map(({ id, medicationId }) => [id, medicationId]));
  const logged = await administrationsSince(tx, profileId, from - msPerDay);
  const planned = planNotices({
    holderId,
    ...(await careCircle(tx, profileId, holderId)),
    delays: await delaysOf(tx, profileId),
    doses: dosesBetween(versions, logged, from, now + lookAheadMs, now).map((dose) => ({
      ...dose,
      medicationId: medicationOf.get(dose.versionId) ?? '',
    })),
    now,
  });
  if (planned.length === 0) return;
  await tx
    .insert(notices)
    .values(planned.map((notice) => ({ ...notice, profileId })))
    .onConflictDoNothing();
}

async function delaysOf(tx: Tx, profileId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: medications.id, minutes: medications.escalationDelayMinutes })
    .from(medications)
    .where(and(eq(medications.profileId, profileId), eq(medications.isEnteredInError, false)));
  return new Map(rows.flatMap(({ id, minutes }) => (minutes === null ? [] : [[id, minutes]])));
}
