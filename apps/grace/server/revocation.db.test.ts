import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type GracePerson,
  type GraceServer,
  newCaregiver,
  newHolder,
  startGrace,
} from '../testing/family.ts';

let server: GraceServer;
beforeAll(async () => {
  server = await startGrace();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const refusedWith = (code: string) => ({ data: { code } });

async function family() {
  const amara = await newHolder(server);
  const { profileId } = amara;
  const ben = await newCaregiver(server, { profileId, level: 'manage', scopes: ['medications', 'notes'] });
  await ben.client.notes.create.mutate({
    profileId,
    id: uuidV7(),
    body: 'Slept well.',
    category: 'general',
    isPrivate: false,
  });
  return { amara, ben, profileId };
}

type Family = Awaited<ReturnType<typeof family>>;

/** The events that come to somebody's open page, from when it is connected. */
async function following({ client }: GracePerson) {
  const events: unknown[] = [];
  let follow: { unsubscribe: () => void } | undefined;
  await new Promise<void>((connected, failed) => {
    follow = client.changes.follow.subscribe(undefined, {
      onStarted: () => connected(),
      onData: (event) => void events.push(event),
      onError: failed,
    });
  });
  return { events, stop: () => follow?.unsubscribe() };
}

const ways: [name: string, end: (all: Family) => Promise<unknown>][] = [
  [
    'the holder ends it',
    ({ amara, ben, profileId }) => amara.client.caregivers.end.mutate({ profileId, id: ben.caregiverId }),
  ],
  [
    'they leave',
    ({ ben, profileId }) => ben.client.caregivers.end.mutate({ profileId, id: ben.caregiverId }),
  ],
  [
    'it runs out, with no job to see to it',
    ({ ben }) =>
      server.db.admin`
        update grace.caregivers set starts_at = now() - interval '1 day', ends_at = clock_timestamp()
        where id = ${ben.caregiverId}`,
  ],
];

describe('access that has ended', () => {
  it.each(ways)('is refused by the very next query of an open session when %s', async (_name, end) => {
    const all = await family();
    const { ben, profileId } = all;
    expect((await ben.client.notes.list.query({ profileId })).items).toHaveLength(1);
    await end(all);

    expect(await ben.client.profiles.list.query()).toEqual([]);
    for (const attempt of [
      () => ben.client.profiles.byId.query({ id: profileId }),
      () => ben.client.notes.list.query({ profileId }),
      () => ben.client.medications.list.query({ profileId }),
      () => ben.client.caregivers.list.query({ profileId }),
      () => ben.client.consents.list.query({ profileId }),
      () =>
        ben.client.notes.create.mutate({
          profileId,
          id: uuidV7(),
          body: 'Still here.',
          category: 'general',
          isPrivate: false,
        }),
    ]) {
      await expect(attempt()).rejects.toMatchObject(refusedWith('NOT_FOUND'));
    }
  });

  it('is told to the open page once, and nothing after that', async () => {
    const all = await family();
    const { amara, ben, profileId } = all;
    const page = await following(ben);
    await amara.client.caregivers.end.mutate({ profileId, id: ben.caregiverId });
    await expect.poll(() => page.events, { timeout: 1_000 }).toEqual([{ profileId }]);

    const holder = await following(amara);
    await amara.client.notes.create.mutate({
      profileId,
      id: uuidV7(),
      body: 'Between ourselves.',
      category: 'general',
      isPrivate: false,
    });
    await expect.poll(() => holder.events).toEqual([{ profileId }]);
    // The same channel, a little later: what was announced before it has come by then.
    const own = uuidV7();
    await ben.client.profiles.create.mutate({
      id: own,
      basis: 'self',
      fullName: 'Ben',
      preferredName: 'Ben',
      timeZone: 'Europe/London',
    });
    await expect.poll(() => page.events).toEqual([{ profileId }, { profileId: own }]);
    page.stop();
    holder.stop();
  });

  it('leaves what they wrote, under their name', async () => {
    const { amara, ben, profileId } = await family();
    await amara.client.caregivers.end.mutate({ profileId, id: ben.caregiverId });
    const { items } = await amara.client.notes.list.query({ profileId });
    expect(items).toMatchObject([{ authorName: 'Ben Okafor' }]);
  });

  it('ends for one person alone', async () => {
    const { amara, ben, profileId } = await family();
    const other = await newHolder(server);
    await server.db.admin`
      insert into grace.caregivers (profile_id, user_id, name, level, scopes, ends_at)
      values (${other.profileId}, ${ben.userId}, 'Ben', 'view', '{notes}', now() + interval '1 year')`;
    await amara.client.caregivers.end.mutate({ profileId, id: ben.caregiverId });
    expect((await ben.client.profiles.list.query()).map(({ id }) => id)).toEqual([other.profileId]);
  });
});

describe('a reading', () => {
  it('is in the log of the person at once, grouped by who reads in one go, and nowhere else', async () => {
    const { amara, ben, profileId } = await family();
    for (let index = 0; index < 3; index += 1) await ben.client.notes.list.query({ profileId });
    await amara.client.notes.list.query({ profileId });

    const { runs } = await amara.client.accessLog.list.query({ profileId });
    expect(runs).toMatchObject([{ actorName: 'Ben Okafor', resource: 'notes', via: 'app' }]);
    expect(runs[0]?.count).toBeGreaterThanOrEqual(3);
    const head = await amara.client.accessLog.head.query({ profileId });
    expect(head).toEqual({ newestId: runs[0]?.id, readers: ['Ben Okafor'] });
    await expect(ben.client.accessLog.list.query({ profileId })).rejects.toMatchObject(
      refusedWith('FORBIDDEN'),
    );
  });

  it('is found by reader and by what was read, page by page without a gap', async () => {
    const { amara, profileId } = await family();
    await server.db.admin`
      insert into grace.access_log (profile_id, actor_name, resource, via, at)
      select ${profileId}, case when n % 2 = 0 then 'Kim' else 'Jo' end, 'emergency_card', 'app', now() + n * interval '1 minute'
      from generate_series(1, 250) as n`;
    let count = 0;
    let cursor: string | undefined;
    for (let page = 0; page < 10; page += 1) {
      const read = await amara.client.accessLog.list.query({
        profileId,
        resource: 'emergency_card',
        ...(cursor && { cursor }),
      });
      for (const run of read.runs) count += run.count;
      if (read.nextCursor === null) break;
      cursor = read.nextCursor;
    }
    expect(count).toBe(250);
    const kims = await amara.client.accessLog.list.query({ profileId, actorName: 'Kim' });
    expect(new Set(kims.runs.map(({ actorName }) => actorName))).toEqual(new Set(['Kim']));
  });
});
