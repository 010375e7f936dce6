import { defineJob } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, gt, isNull, lt, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { caregivers } from '../../db/schema/caregivers.ts';
import { notices } from '../../db/schema/notices.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { dayOf, instantOf } from '../../schedule/zone.ts';
import { readStock } from '../stock/read-stock.ts';

const msPerDay = 86_400_000;
const grantNoticeDays = 30;

/** What will run out or end soon for one person, as the holder of the profile: told in the morning of the person's day. */
export const lookAheadJob = defineJob({
  name: 'grace.look-ahead',
  schema: z.object({ profileId: z.uuid() }),
  async run({ asUser, data: { profileId }, user, now }) {
    const at = now();
    await asUser(async (tx) => {
      const [profile] = await tx
        .select({ timeZone: profiles.timeZone })
        .from(profiles)
        .where(and(eq(profiles.id, profileId), eq(profiles.userId, user.id)));
      if (!profile) return;
      const about = { profileId, holderId: user.id, timeZone: profile.timeZone, at };
      await tellOfGrants(tx, about);
      await tellOfRefills(tx, about);
    });
  },
});

interface About {
  profileId: string;
  holderId: string;
  timeZone: string;
  at: Date;
}

async function tellOfGrants(tx: Tx, { profileId, holderId, timeZone, at }: About): Promise<void> {
  const ending = await tx
    .select({ id: caregivers.id, userId: caregivers.userId, endsAt: caregivers.endsAt })
    .from(caregivers)
    .where(
      and(
        eq(caregivers.profileId, profileId),
        isNull(caregivers.endedAt),
        gt(caregivers.endsAt, at),
        lt(caregivers.endsAt, new Date(at.getTime() + grantNoticeDays * msPerDay)),
      ),
    );
  // The last day that it still holds.
  const values = ending.flatMap(({ id, userId, endsAt }) =>
    [holderId, userId].map((reader) => ({
      profileId,
      userId: reader,
      kind: 'grant_ends' as const,
      key: `grant ${id} ${endsAt.toISOString()}`,
      caregiverId: id,
      onDay: dayOf(timeZone, endsAt.getTime() - 1),
      sendAt: thisMorning(timeZone, at),
    })),
  );
  if (values.length > 0) await tx.insert(notices).values(values).onConflictDoNothing();
}

// A forecast moves by a day now and then; a refill is spoken of once in a while.
const refillQuietDays = 10;

async function tellOfRefills(tx: Tx, { profileId, holderId, timeZone, at }: About): Promise<void> {
  const today = dayOf(timeZone, at.getTime());
  const stock = await readStock(tx, profileId, at.getTime());
  const due = stock.filter(({ refillOn, runOutOn }) => runOutOn && refillOn && refillOn <= today);
  if (due.length === 0) return;
  const told = await tx
    .select({ medicationId: notices.medicationId })
    .from(notices)
    .where(
      and(
        eq(notices.profileId, profileId),
        eq(notices.kind, 'refill_due'),
        gt(notices.sendAt, new Date(at.getTime() - refillQuietDays * msPerDay)),
      ),
    );
  const isTold = new Set(told.map(({ medicationId }) => medicationId));
  const managers = await tx
    .select({ userId: caregivers.userId })
    .from(caregivers)
    .where(
      and(
        eq(caregivers.profileId, profileId),
        eq(caregivers.level, 'manage'),
        isNull(caregivers.endedAt),
        lte(caregivers.startsAt, sql`now()`),
        gt(caregivers.endsAt, sql`now()`),
        sql`'medications' = any (${caregivers.scopes})`,
      ),
    );
  const readers = new Set([holderId, ...managers.map(({ userId }) => userId)]);
  const values = due
    .filter(({ medicationId }) => !isTold.has(medicationId))
    .flatMap(({ medicationId, runOutOn }) =>
      [...readers].map((userId) => ({
        profileId,
        userId,
        kind: 'refill_due' as const,
        key: `refill ${medicationId} ${today}`,
        medicationId,
        onDay: runOutOn,
        sendAt: thisMorning(timeZone, at),
      })),
    );
  if (values.length > 0) await tx.insert(notices).values(values).onConflictDoNothing();
}

/** Nine o'clock of the person's day, or now when that is over. */
function thisMorning(timeZone: string, at: Date): Date {
  const nine = instantOf(timeZone, dayOf(timeZone, at.getTime()), '09:00');
  return new Date(Math.max(nine, at.getTime()));
}
