import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newCare, startScene } from '../../testing/care-scene.ts';
import { runJobAs, runServiceJob } from '../../testing/run-jobs.ts';
import { sendDigestsJob } from '../jobs/notice-jobs.ts';
import { digestJob } from './digest-job.ts';

let scene: Awaited<ReturnType<typeof startScene>>;
beforeAll(async () => {
  scene = await startScene('2027-03-12T15:00:00Z');
});
afterAll(() => scene?.[Symbol.asyncDispose]());

async function digestsAt(instant: string) {
  scene.setClock(instant);
  await runServiceJob(scene.server, sendDigestsJob);
}
const mailsTo = (email: string) => scene.server.mailbox.mails.filter(({ to }) => to === email);

it('a digest comes once a day at its time on the person’s clock, also when the clocks change', async () => {
  const { ben, amara, profileId } = await newCare(scene.server, scene.push);
  await ben.client.notices.saveSettings.mutate({ profileId, wantsDoses: false, digestTime: '07:00' });
  const [version] = await scene.server.db.admin<{ id: string }[]>`
    select id from grace.schedules where profile_id = ${profileId}`;

  // 07:00 in New York: 12:00 in UTC on the 13th, 11:00 on the 14th.
  await digestsAt('2027-03-13T11:59:00Z');
  expect(mailsTo(ben.email)).toEqual([]);
  await digestsAt('2027-03-13T12:00:00Z');
  const first = await scene.server.mailbox.next(ben.email);
  expect(first.subject).toBe('GRACE: Margaret, Saturday, March 13');
  expect(first.text).toContain('Today:\n- 08:00  Metformin');
  await digestsAt('2027-03-13T12:15:00Z');

  scene.setClock('2027-03-13T13:10:00Z');
  await amara.client.doses.log.mutate({
    id: uuidV7(),
    profileId,
    versionId: version?.id ?? '',
    localDate: '2027-03-13',
    slot: '08:00',
    actualAt: '2027-03-13T13:05:00Z',
  });
  await digestsAt('2027-03-14T11:00:00Z');
  const second = await scene.server.mailbox.next(ben.email);
  expect(second.text).toContain('Yesterday: 1 of 1 planned doses given, 0 skipped.');
  expect(second.subject).not.toContain('Metformin');

  await digestsAt('2027-03-15T11:00:00Z');
  const third = await scene.server.mailbox.next(ben.email);
  expect(third.text).toContain('Not logged:\n- 08:00  Metformin');
  expect(mailsTo(ben.email)).toHaveLength(3);
});

it('a digest has its times as the page had them where somebody asked for it', async () => {
  scene.setClock('2027-03-12T15:00:00Z');
  const { ben, profileId } = await newCare(scene.server, scene.push, 'America/New_York', '20:00');
  const wanted = { profileId, wantsDoses: false, digestTime: '07:00', hourCycle: 'h12' } as const;
  await ben.client.notices.saveSettings.mutate(wanted);
  await digestsAt('2027-03-13T12:00:00Z');

  expect((await scene.server.mailbox.next(ben.email)).text).toContain('Today:\n- 8:00 PM  Metformin');
});

it('a digest in the evening says what of the day was given, so that nobody gives it again', async () => {
  scene.setClock('2027-03-12T15:00:00Z');
  const { ben, amara, profileId } = await newCare(scene.server, scene.push);
  await ben.client.notices.saveSettings.mutate({ profileId, wantsDoses: false, digestTime: '20:00' });
  const [version] = await scene.server.db.admin<{ id: string }[]>`
    select id from grace.schedules where profile_id = ${profileId}`;
  scene.setClock('2027-03-13T13:10:00Z');
  await amara.client.doses.log.mutate({
    id: uuidV7(),
    profileId,
    versionId: version?.id ?? '',
    localDate: '2027-03-13',
    slot: '08:00',
    actualAt: '2027-03-13T13:05:00Z',
  });
  await scene.server.db.admin`
    update grace.notice_settings set next_digest_at = '2027-03-14T01:00:00Z' where profile_id = ${profileId}`;
  await digestsAt('2027-03-14T01:00:00Z');
  expect((await scene.server.mailbox.next(ben.email)).text).toContain('Today:\n- 08:00  Metformin, given\n');

  await digestsAt('2027-03-15T00:00:00Z');
  expect((await scene.server.mailbox.next(ben.email)).text).toContain(
    'Today:\n- 08:00  Metformin, not logged\n',
  );
});

it('a digest comes once, also when its job runs again', async () => {
  scene.setClock('2027-03-12T15:00:00Z');
  const { ben, profileId } = await newCare(scene.server, scene.push);
  await ben.client.notices.saveSettings.mutate({ profileId, wantsDoses: false, digestTime: '07:00' });
  scene.setClock('2027-03-13T12:00:00Z');
  await runJobAs(scene.server, ben.userId, digestJob, { profileId });
  await runJobAs(scene.server, ben.userId, digestJob, { profileId });

  expect(mailsTo(ben.email)).toHaveLength(1);
});

it('no digest comes to somebody whose grant has ended, or who has ended it', async () => {
  scene.setClock('2027-03-12T15:00:00Z');
  const { ben, cleo, profileId } = await newCare(scene.server, scene.push);
  for (const { client } of [ben, cleo]) {
    await client.notices.saveSettings.mutate({ profileId, wantsDoses: false, digestTime: '07:00' });
  }
  await cleo.client.notices.saveSettings.mutate({ profileId, wantsDoses: false, digestTime: null });
  await scene.server.db.admin`update grace.caregivers set ended_at = now() where id = ${ben.caregiverId}`;
  await digestsAt('2027-03-13T12:00:00Z');

  expect([...mailsTo(ben.email), ...mailsTo(cleo.email)]).toEqual([]);
});
