import { AppError, defineJob } from '@commons/api';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { notices } from '../../db/schema/notices.ts';
import { pageOf } from '../../notices/page-of.ts';
import { changes } from '../changes.ts';
import { listDevices } from '../push/devices.ts';
import { pushToDevice } from '../push/push-to-device.ts';
import { takeNotice } from './take-notice.ts';

/**
 * Tells one person one thing, as that person: what their grant no longer shows them is not there to be told. It is in their list from
 * then on, and goes to their devices; a device that has got it is noted, so that a job that runs again leaves it alone.
 */
export const sendNoticeJob = defineJob({
  name: 'grace.send-notice',
  schema: z.object({ noticeId: z.uuid() }),
  retry: { limit: 8, delaySeconds: 2 },
  // It mostly waits for push services, and one that never answers must not hold up the reminders of others.
  concurrency: 6,
  perPerson: 2,
  async run({ asUser, data: { noticeId }, user, now, push, realtime, log, siteUrl }) {
    const taken = await asUser((tx) => takeNotice(tx, noticeId, user.id, now()));
    if (!taken) return;
    const { profileId, kind, pushedTo, text } = taken;
    changes.announce({ realtime, user }, { profileId });
    const message = { ...text, tag: noticeId, url: `${siteUrl}/grace${pageOf(kind, profileId)}` };
    let isUnreached = false;
    const tried = new Set(pushedTo);
    // Asked anew for each: sending takes its time, and a session may end meanwhile.
    for (;;) {
      const device = (await asUser(listDevices)).find(({ id }) => !tried.has(id));
      if (!device) break;
      tried.add(device.id);
      try {
        const outcome = await pushToDevice({ asUser, push, now }, device, message);
        if (outcome === 'refused') log.warn({ deviceId: device.id }, 'a push service refused a message');
        await asUser(async (tx) => {
          await tx
            .update(notices)
            .set({ pushedTo: sql`array_append(${notices.pushedTo}, ${device.id}::uuid)` })
            .where(eq(notices.id, noticeId));
        });
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'UNAVAILABLE') throw error;
        isUnreached = true;
      }
    }
    if (isUnreached) throw new AppError('UNAVAILABLE');
  },
});
