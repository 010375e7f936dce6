import { randomUUID } from 'node:crypto';
import { testPush } from '@commons/api/testing';
import type { GraceServer } from './family.ts';

/** Somebody's device, notice and calendar, put into the database. */
export async function arrangeNotices(server: GraceServer, holder: { userId: string; profileId: string }) {
  const { admin } = server.db;
  const { userId, profileId } = holder;
  const [deviceId, noticeId, feedId] = [randomUUID(), randomUUID(), randomUUID()];
  const { endpoint, keys } = testPush().device().subscription;
  await admin`
    insert into grace.push_devices (id, user_id, endpoint, p256dh, auth, name)
    values (${deviceId}, ${userId}, ${endpoint}, ${keys.p256dh}, ${keys.auth}, 'Chrome on Android')`;
  await admin`
    insert into grace.notices (id, profile_id, user_id, kind, key, send_at, status, sent_at, on_day)
    values (${noticeId}, ${profileId}, ${userId}, 'refill_due', 'refill', now(), 'sent', now(), '2027-03-12')`;
  await admin`
    insert into grace.calendar_feeds (id, profile_id, name, secret_hash, is_discreet, content, content_at)
    values (${feedId}, ${profileId}, 'Kitchen tablet', 'hash', true, 'BEGIN:VCALENDAR', now())`;
  return { deviceId, noticeId, feedId };
}
