import { defineServiceJob, enqueueAsService, type PersonJobDefinition } from '@commons/api';
import type { ServiceDatabase } from '@commons/shared-db/service';
import { and, asc, eq, gt, lt, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { noticeSettings } from '../../db/schema/notice-settings.ts';
import { notices } from '../../db/schema/notices.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { digestJob } from '../notices/digest-job.ts';
import { lookAheadJob } from '../notices/look-ahead-job.ts';
import { planNoticesJob } from '../notices/plan-job.ts';
import { sendNoticeJob } from '../notices/send-job.ts';

const pageSize = 200;
const msPerDay = 86_400_000;
const nothing = z.object({});

/** Every five minutes: lets each holder's own job plan what is to be told. */
export const planAllJob = defineServiceJob({
  name: 'grace.plan-all-notices',
  schema: nothing,
  schedule: { cron: '*/5 * * * *', timeZone: 'UTC' },
  run: ({ asService, now }) => forEachProfile(asService, planNoticesJob, now().toISOString().slice(0, 16)),
});

/** Every night: what will run out or end soon. */
export const lookAheadAllJob = defineServiceJob({
  name: 'grace.look-ahead-all',
  schema: nothing,
  schedule: { cron: '11 2 * * *', timeZone: 'UTC' },
  run: ({ asService, now }) => forEachProfile(asService, lookAheadJob, now().toISOString().slice(0, 10)),
});

/** Every minute: hands each notice whose time has come to a job of the person whom it is for. */
export const sendDueJob = defineServiceJob({
  name: 'grace.send-due-notices',
  schema: nothing,
  schedule: { cron: '* * * * *', timeZone: 'UTC' },
  async run({ asService, now }) {
    const at = now();
    await asService('send due notices', async (tx) => {
      // Of each person the first, then of each the second: whoever has thousands keeps nobody else waiting.
      const places = tx
        .select({
          id: notices.id,
          userId: notices.userId,
          sendAt: notices.sendAt,
          place:
            sql<number>`row_number() over (partition by ${notices.userId} order by ${notices.sendAt})`.as(
              'place',
            ),
        })
        .from(notices)
        .where(
          and(
            eq(notices.status, 'waiting'),
            lte(notices.sendAt, at),
            gt(notices.sendAt, new Date(at.getTime() - msPerDay)),
          ),
        )
        .as('places');
      const due = await tx
        .select({ id: places.id, userId: places.userId })
        .from(places)
        .orderBy(asc(places.place), asc(places.sendAt))
        .limit(5 * pageSize);
      for (const { id, userId } of due) {
        await enqueueAsService(tx, { job: sendNoticeJob, userId }, { noticeId: id }, { key: id });
      }
    });
  },
});

/** Every quarter of an hour: the digests whose time has come. */
export const sendDigestsJob = defineServiceJob({
  name: 'grace.send-digests',
  schema: nothing,
  schedule: { cron: '*/15 * * * *', timeZone: 'UTC' },
  async run({ asService, now }) {
    await asService('send digests', async (tx) => {
      const due = await tx
        .select({
          profileId: noticeSettings.profileId,
          userId: noticeSettings.userId,
          at: noticeSettings.nextDigestAt,
        })
        .from(noticeSettings)
        .where(lte(noticeSettings.nextDigestAt, now()));
      for (const { profileId, userId, at } of due) {
        const key = `${profileId} ${at?.toISOString()}`;
        await enqueueAsService(tx, { job: digestJob, userId }, { profileId }, { key });
      }
    });
  },
});

/** Every night: removes notices of long ago. */
export const purgeNoticesJob = defineServiceJob({
  name: 'grace.purge-notices',
  schema: nothing,
  schedule: { cron: '47 3 * * *', timeZone: 'UTC' },
  async run({ asService, log }) {
    const purged = await asService('purge old notices', (tx) =>
      tx
        .delete(notices)
        .where(lt(notices.createdAt, sql`now() - interval '90 days'`))
        .returning({ id: notices.id }),
    );
    log.info({ notices: purged.length }, 'purged');
  },
});

const ForProfile = z.object({ profileId: z.uuid() });

async function forEachProfile(
  asService: ServiceDatabase['asService'],
  job: PersonJobDefinition<typeof ForProfile>,
  round: string,
): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await asService('a job for each profile', async (tx) => {
      const found = await tx
        .select({ profileId: profiles.id, userId: profiles.userId })
        .from(profiles)
        .where(gt(profiles.id, after))
        .orderBy(asc(profiles.id))
        .limit(pageSize);
      for (const { profileId, userId } of found) {
        await enqueueAsService(tx, { job, userId }, { profileId }, { key: `${profileId} ${round}` });
      }
      return found;
    });
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.profileId;
  }
}
