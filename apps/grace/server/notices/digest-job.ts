import { defineJob } from '@commons/api';
import { type Tx, users } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { medications } from '../../db/schema/medications.ts';
import { noticeSettings } from '../../db/schema/notice-settings.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { dosesBetween } from '../../schedule/doses.ts';
import { dayBounds, dayOf } from '../../schedule/zone.ts';
import { planOf } from '../medications/plan-of.ts';
import { administrationsSince } from './administrations.ts';
import { digestText } from './digest-text.ts';
import { nextDigestAt } from './next-digest.ts';

const msPerDay = 86_400_000;

/** One person's digest about another, as the one who gets it. The next time and the mail are written in one transaction. */
export const digestJob = defineJob({
  name: 'grace.digest',
  schema: z.object({ profileId: z.uuid() }),
  async run({ asUser, data: { profileId }, user, now, postMail, siteUrl }) {
    const at = now();
    await asUser(async (tx) => {
      const isMine = and(eq(noticeSettings.profileId, profileId), eq(noticeSettings.userId, user.id));
      const [settings] = await tx
        .select({
          time: noticeSettings.digestTime,
          nextAt: noticeSettings.nextDigestAt,
          hourCycle: noticeSettings.hourCycle,
        })
        .from(noticeSettings)
        .where(isMine)
        .for('update');
      if (!settings?.time || !settings.nextAt || settings.nextAt > at) return;
      const [reader] = await tx.select({ email: users.email }).from(users).where(eq(users.id, user.id));
      const [person] = await tx
        .select({ name: profiles.preferredName, timeZone: profiles.timeZone })
        .from(profiles)
        .where(eq(profiles.id, profileId));
      if (!reader || !person) return;
      await tx
        .update(noticeSettings)
        .set({ nextDigestAt: nextDigestAt(person.timeZone, settings.time, at) })
        .where(isMine);
      const days = await daysOf(tx, profileId, person.timeZone, at.getTime());
      const text = digestText({
        ...days,
        personName: person.name,
        timeZone: person.timeZone,
        hourCycle: settings.hourCycle,
        siteUrl,
        profileId,
      });
      await postMail(tx, { to: reader.email, ...text });
    });
  },
});

async function daysOf(tx: Tx, profileId: string, timeZone: string, now: number) {
  const today = dayOf(timeZone, now);
  const { start, end } = dayBounds(timeZone, today);
  const from = start - msPerDay;
  const versions = await planOf(tx, profileId, { from, to: end + msPerDay });
  const logged = await administrationsSince(tx, profileId, from - msPerDay);
  const names = new Map(
    (
      await tx
        .select({ id: medications.id, name: medications.name })
        .from(medications)
        .where(eq(medications.profileId, profileId))
    ).map(({ id, name }) => [id, name]),
  );
  const nameOf = new Map(versions.map(({ id, medicationId }) => [id, names.get(medicationId) ?? '']));
  const doses = dosesBetween(versions, logged, from, end, now).map((dose) => ({
    scheduledAt: dose.scheduledAt,
    state: dose.state,
    name: nameOf.get(dose.versionId) ?? '',
  }));
  return {
    today,
    before: doses.filter(({ scheduledAt }) => scheduledAt < start),
    toCome: doses.filter(({ scheduledAt }) => scheduledAt >= start),
  };
}
