import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCare, startScene } from '../../testing/care-scene.ts';
import { newHolder } from '../../testing/family.ts';
import { runJobAs, runServiceJob } from '../../testing/run-jobs.ts';
import { sendDueJob } from '../jobs/notice-jobs.ts';
import { planNoticesJob } from './plan-job.ts';
import { sendNoticeJob } from './send-job.ts';

// The clocks of New York go forward at two in the morning of this day: 08:00 is 12:00 in UTC, and was 13:00 the day before.
const [before, due, first, second] = [
  '2027-03-14T11:55:00Z',
  '2027-03-14T12:00:00Z',
  '2027-03-14T12:30:00Z',
  '2027-03-14T13:00:00Z',
];

let scene: Awaited<ReturnType<typeof startScene>>;
beforeAll(async () => {
  scene = await startScene('2027-03-13T20:00:00Z');
});
afterAll(() => scene?.[Symbol.asyncDispose]());

type Care = Awaited<ReturnType<typeof newCare>>;
const newScene = async () => {
  scene.setClock('2027-03-13T20:00:00Z');
  return newCare(scene.server, scene.push);
};
const told = ({ amara, ben, cleo, dora }: Care) =>
  [amara, ben, cleo, dora].map(({ device }) => device.received.length);
const dose = ({ profileId }: Care, version: { id: string }) => ({
  profileId,
  versionId: version.id,
  localDate: '2027-03-14',
  slot: '08:00',
});
async function versionOf({ profileId }: Care) {
  const [row] = await scene.server.db.admin<{ id: string }[]>`
    select id from grace.schedules where profile_id = ${profileId}`;
  return { id: row?.id ?? '' };
}

describe('a dose that nobody logs', () => {
  it('is told at its time, then to one caregiver after the other, each a delay apart, and to nobody twice', async () => {
    const care = await newScene();
    await scene.plan(before);
    expect(told(care)).toEqual([0, 0, 0, 0]);
    await scene.send(due);
    expect(told(care)).toEqual([1, 0, 0, 0]);
    await scene.send(first);
    expect(told(care)).toEqual([2, 1, 0, 0]);
    await scene.send(second);
    expect(told(care)).toEqual([2, 1, 1, 0]);
    await scene.plan('2027-03-14T13:05:00Z');
    await scene.send('2027-03-14T13:05:00Z');
    expect(told(care)).toEqual([2, 1, 1, 0]);

    const { notices } = await care.ben.client.notices.list.query({});
    expect(notices).toMatchObject([
      {
        kind: 'dose_open',
        personName: 'Margaret',
        body: expect.stringContaining('Metformin, planned for 08:00'),
      },
    ]);
    expect(await care.dora.client.notices.unread.query()).toBe(0);
  });

  it('is told to nobody any more once it is logged', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.send(due);
    scene.setClock('2027-03-14T12:10:00Z');
    await care.ben.client.doses.log.mutate({
      ...dose(care, await versionOf(care)),
      id: uuidV7(),
      actualAt: '2027-03-14T12:10:00Z',
    });
    await scene.send(first);
    await scene.send(second);

    expect(told(care)).toEqual([1, 0, 0, 0]);
  });

  it('is no longer asked about on the page of whoever was told, once it is logged', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.send(first);
    const noticesOfBen = async () => (await care.ben.client.notices.list.query({})).notices;
    expect(await noticesOfBen()).toMatchObject([{ isSettled: false, canAcknowledge: true }]);
    scene.setClock('2027-03-14T12:40:00Z');
    const id = uuidV7();
    await care.cleo.client.doses.log.mutate({
      ...dose(care, await versionOf(care)),
      id,
      actualAt: '2027-03-14T12:40:00Z',
    });
    expect(await noticesOfBen()).toMatchObject([{ isSettled: true, canAcknowledge: false }]);

    const { profileId } = care;
    await care.cleo.client.doses.correct.mutate({
      profileId,
      id,
      reason: 'It was the wrong person.',
      replacement: null,
    });
    expect(await noticesOfBen()).toMatchObject([{ isSettled: false, canAcknowledge: true }]);
  });

  it('stays unread where it came in after the page was shown', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.send(due);
    const { client } = care.amara;
    const [shown] = (await client.notices.list.query({})).notices;
    await scene.send(first);
    expect(await client.notices.unread.query()).toBe(2);
    await client.notices.markRead.mutate({ until: shown?.sentAt ?? '' });
    expect(await client.notices.unread.query()).toBe(1);
    const sent = (await client.notices.list.query({})).notices.map(({ sentAt }) => sentAt).toSorted();
    await client.notices.markRead.mutate({ until: sent.at(-1) ?? '' });

    expect(await client.notices.unread.query()).toBe(0);
  });

  it('is told to nobody else once somebody sees to it', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.send(first);
    const { notices } = await care.ben.client.notices.list.query({});
    await care.ben.client.notices.acknowledge.mutate({ id: notices[0]?.id ?? '' });
    await scene.send(second);

    expect(told(care)).toEqual([2, 1, 0, 0]);
    expect((await care.ben.client.notices.list.query({})).notices).toMatchObject([{ isAcknowledged: true }]);
  });

  it('is not told to a caregiver whose grant has ended meanwhile, and what they were told is gone', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.server.db.admin`
      update grace.caregivers set ended_at = now(), ended_by = user_id where id = ${care.ben.caregiverId}`;
    await scene.send(first);
    await scene.send(second);

    expect(told(care)).toEqual([2, 0, 1, 0]);
    expect((await care.ben.client.notices.list.query({})).notices).toEqual([]);
  });

  it('is not told to a caregiver who may no longer see medicines', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.server.db.admin`
      update grace.caregivers set scopes = '{notes}' where id = ${care.ben.caregiverId}`;
    await scene.send(first);

    expect(told(care)).toEqual([2, 0, 0, 0]);
  });

  it('is not told while it is held', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.server.db.admin`
      insert into grace.medication_holds (profile_id, medication_id, starts_at, reason)
      values (${care.profileId}, ${care.medication.id}, '2027-03-14T11:59:00Z', 'Before the operation')`;
    await scene.send(due);
    await scene.send(first);

    expect(told(care)).toEqual([0, 0, 0, 0]);
  });

  it('is told at its time to a caregiver who has asked for that', async () => {
    const care = await newScene();
    const { profileId } = care;
    await care.dora.client.notices.saveSettings.mutate({ profileId, wantsDoses: true, digestTime: null });
    await care.amara.client.notices.saveSettings.mutate({ profileId, wantsDoses: false, digestTime: null });
    await scene.plan(before);
    await scene.send(due);

    expect(told(care)).toEqual([0, 0, 0, 1]);
  });

  it('is told late after an outage, without the reminder whose time is over', async () => {
    const care = await newScene();
    await scene.plan('2027-03-14T14:10:00Z');
    await scene.send('2027-03-14T14:10:00Z');

    // Amara and Ben after half an hour, Cleo after an hour; "time for" would be two hours late.
    expect(told(care)).toEqual([1, 1, 1, 0]);
    const { notices } = await care.amara.client.notices.list.query({});
    expect(notices.map(({ kind }) => kind)).toEqual(['dose_open']);
  });
});

describe('somebody with more notices than are sent in a minute', () => {
  it('keeps nobody else’s waiting', async () => {
    const { server } = scene;
    const [crowd, one] = [await newHolder(server), await newHolder(server)];
    const add = (holder: typeof crowd, sendAt: string, count: number) => server.db.admin`
      insert into grace.notices (profile_id, user_id, kind, key, send_at, on_day)
      select ${holder.profileId}, ${holder.userId}, 'refill_due', no, ${sendAt}::timestamptz + no * interval '1 millisecond', '2027-03-14'
      from generate_series(1, ${count}::int) as no`;
    await add(crowd, '2027-03-14T11:00:00Z', 1_200);
    await add(one, '2027-03-14T11:30:00Z', 2);
    const { asService } = server.db.service;
    // The run alone: what the jobs do that it adds is nobody's question here.
    await sendDueJob.run({ asService, now: () => new Date(due) } as Parameters<typeof sendDueJob.run>[0]);
    const jobsOf = ({ userId }: typeof one) => server.db.admin<{ data: unknown }[]>`
      select id from pgboss.job where name = ${sendNoticeJob.queue.name} and group_id = ${userId}`;
    const added = [(await jobsOf(crowd)).length, (await jobsOf(one)).length];
    // Nor may they keep the workers from what comes next.
    await server.db.admin`delete from grace.notices where user_id = ${crowd.userId}`;
    await server.db.admin`delete from pgboss.job where group_id = ${crowd.userId}`;

    expect(added).toEqual([998, 2]);
  });
});

describe('a job that runs again', () => {
  it('plans nothing twice and sends nothing twice', async () => {
    const care = await newScene();
    scene.setClock(before);
    const { profileId, amara } = care;
    await runJobAs(scene.server, amara.userId, planNoticesJob, { profileId });
    await runJobAs(scene.server, amara.userId, planNoticesJob, { profileId });
    const rows = await scene.server.db.admin<{ id: string; user_id: string; key: string }[]>`
      select id, user_id, key from grace.notices where profile_id = ${profileId}`;
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ user_id, key }) => `${user_id} ${key}`)).size).toBe(4);

    scene.setClock(first);
    const bens = rows.find(({ user_id }) => user_id === care.ben.userId);
    const noticeId = bens?.id ?? '';
    await runJobAs(scene.server, care.ben.userId, sendNoticeJob, { noticeId });
    await runJobAs(scene.server, care.ben.userId, sendNoticeJob, { noticeId });
    // Nor as somebody else who sees the notice: whoever sees medicines, and the holder.
    await runJobAs(scene.server, care.cleo.userId, sendNoticeJob, { noticeId });
    await runJobAs(scene.server, amara.userId, sendNoticeJob, { noticeId });
    await runJobAs(scene.server, amara.userId, planNoticesJob, { profileId });
    await runJobAs(scene.server, care.ben.userId, sendNoticeJob, { noticeId });
    expect(told(care)).toEqual([0, 1, 0, 0]);
  });

  it('goes on with the devices that were out of reach, and forgets those that are gone', async () => {
    const care = await newScene();
    const tablet = scene.push.device();
    const old = scene.push.device();
    for (const { subscription } of [tablet, old]) {
      await care.ben.client.push.add.mutate({ id: uuidV7(), subscription, name: 'Another' });
    }
    tablet.status = 503;
    old.status = 410;
    scene.setClock(before);
    await runJobAs(scene.server, care.amara.userId, planNoticesJob, { profileId: care.profileId });
    scene.setClock(first);
    const sending = runServiceJob(scene.server, sendDueJob);
    await expect.poll(() => care.ben.device.received.length, { timeout: 20_000 }).toBe(1);
    tablet.status = 201;
    await sending;

    expect([care.ben.device, tablet, old].map(({ received }) => received.length)).toEqual([1, 1, 0]);
    expect(await care.ben.client.push.devices.query()).toHaveLength(2);
  });
});

describe('a device that cannot be spoken to', () => {
  it('keeps no reminder from the others, although it comes first', async () => {
    const care = await newScene();
    const { endpoint } = scene.push.device().subscription;
    await care.amara.client.push.add.mutate({
      id: '00000000-0000-7000-8000-000000000001',
      name: 'No key at all',
      subscription: { endpoint, keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } },
    });
    await scene.plan(before);
    await scene.send(due);

    expect(told(care)).toEqual([1, 0, 0, 0]);
  });
});

describe('what a locked screen shows', () => {
  it('names no medicine unless the person wants that, and replaces itself', async () => {
    const care = await newScene();
    await scene.plan(before);
    await scene.send(due);
    await scene.server.db.admin`update grace.profiles set is_discreet = false where id = ${care.profileId}`;
    await scene.send(first);
    const shown = care.amara.device.received.map(({ payload }) => JSON.parse(payload));

    expect(shown).toMatchObject([
      { title: 'Margaret, 08:00', body: 'Time for a medicine.', tag: expect.any(String) },
      { body: 'Metformin, planned for 08:00, has not been logged. Can you look in?' },
    ]);
    expect(shown[0].tag).not.toBe(shown[1].tag);
    expect(shown[0].url).toBe(`${scene.server.url}/grace/p/${care.profileId}/`);
  });
});

describe('the test of a device', () => {
  it('says how far a message gets', async () => {
    const { ben } = await newScene();
    const [device] = await ben.client.push.devices.query();
    const id = device?.id ?? '';
    expect(await ben.client.push.test.mutate({ id })).toEqual({ outcome: 'sent' });
    ben.device.status = 503;
    expect(await ben.client.push.test.mutate({ id })).toEqual({ outcome: 'unreachable' });
    ben.device.status = 403;
    expect(await ben.client.push.test.mutate({ id })).toEqual({ outcome: 'refused' });
    ben.device.status = 410;
    expect(await ben.client.push.test.mutate({ id })).toEqual({ outcome: 'gone' });

    expect(ben.device.received.map(({ payload }) => JSON.parse(payload).title)).toEqual([
      'GRACE can reach this device',
    ]);
    expect(await ben.client.push.devices.query()).toEqual([]);
  });
});
