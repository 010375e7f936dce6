import { testPush } from '@commons/api/testing';
import { uuidV7 } from '@commons/shared-db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GraceServer, newHolder, startGrace } from '../testing/family.ts';
import { newMedication } from '../testing/medicine.ts';
import { broughtIn, exported } from '../testing/record-file.ts';

const push = testPush();

let server: GraceServer;
beforeAll(async () => {
  server = await startGrace({ pushFetch: push.fetch });
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** How many of these, all sent at once, were done, and what refused the others. */
async function atOnce(count: number, send: (index: number) => Promise<unknown>) {
  const results = await Promise.allSettled(Array.from({ length: count }, (_, index) => send(index)));
  const refused = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason.data?.code ?? String(result.reason)] : [],
  );
  return { done: count - refused.length, refusals: [...new Set(refused)] };
}

const conflict = { data: { code: 'CONFLICT' } };

describe('a limit, reached by many requests at once, holds', () => {
  it('for the calendars of a person', async () => {
    const { client, profileId } = await newHolder(server);
    const made = await atOnce(16, (index) =>
      client.feeds.create.mutate({ id: uuidV7(), profileId, name: `No. ${index}`, isDiscreet: true }),
    );

    expect(made).toEqual({ done: 10, refusals: ['CONFLICT'] });
  });

  it('for the devices that messages come to', async () => {
    const { client } = await newHolder(server);
    const added = await atOnce(26, () =>
      client.push.add.mutate({ id: uuidV7(), name: 'Phone', subscription: push.device().subscription }),
    );

    expect(added).toEqual({ done: 20, refusals: ['CONFLICT'] });
  });

  it('for the records that one account holds, however they are made', async () => {
    const holder = await newHolder(server);
    const file = await exported(holder, holder.profileId);
    await server.db.admin`
      insert into grace.profiles (user_id, basis, holder_name, full_name, preferred_name, time_zone)
      select ${holder.userId}, 'guardian', 'Amara', 'Somebody', 'Somebody', 'UTC' from generate_series(1, 46)`;
    const person = {
      fullName: 'One more',
      preferredName: 'One',
      basis: 'guardian' as const,
      timeZone: 'UTC',
    };
    const made = await atOnce(8, (index) =>
      index % 2 ? broughtIn(holder, file) : holder.client.profiles.create.mutate({ ...person, id: uuidV7() }),
    );

    expect(made).toEqual({ done: 3, refusals: ['CONFLICT'] });
  });
});

describe('whatever opens a record from outside', () => {
  const linkRow = (profileId: string, days: number, count: number) => server.db.admin`
    insert into grace.card_links (profile_id, token_hash, created_at, expires_at)
    select ${profileId}, md5(random()::text) || md5(random()::text), now() - interval '2 days',
      now() + ${days} * interval '1 day' from generate_series(1, ${count}::int)`;

  it('is among the links that the holder sees, under whatever id it was made and however many are over', async () => {
    const { client, profileId } = await newHolder(server);
    // Somebody at a screen that was left open chooses an id that comes last.
    const id = '00000000-0000-7000-8000-000000000001';
    await client.emergencyCard.createLink.mutate({ id, profileId, days: 365 });
    await linkRow(profileId, -1, 60);

    expect((await client.emergencyCard.links.query({ profileId }))[0]).toMatchObject({ id, isOver: false });
  });

  it('is limited: twenty links work at once, and one that ends makes room', async () => {
    const { client, profileId } = await newHolder(server);
    await linkRow(profileId, 1, 19);
    const make = () => client.emergencyCard.createLink.mutate({ id: uuidV7(), profileId, days: 1 });
    expect(await atOnce(4, make)).toEqual({ done: 1, refusals: ['CONFLICT'] });
    const links = await client.emergencyCard.links.query({ profileId });
    expect(links).toHaveLength(20);
    await client.emergencyCard.revokeLink.mutate({ profileId, id: links[0]?.id ?? '' });

    await expect(make()).resolves.toMatchObject({ token: expect.any(String) });
  });

  it('is among the calendars that the holder sees, however many have been ended since', async () => {
    const { client, profileId } = await newHolder(server);
    const id = uuidV7();
    await client.feeds.create.mutate({ id, profileId, name: 'Long ago', isDiscreet: true });
    await server.db.admin`
      insert into grace.calendar_feeds (profile_id, name, is_discreet, secret_hash, content, content_at, created_at, revoked_at)
      select ${profileId}, 'Ended', true, md5(random()::text) || md5(random()::text), '', now(), now() + interval '1 second', now()
      from generate_series(1, 60)`;

    expect((await client.feeds.list.query({ profileId }))[0]).toMatchObject({ id, revokedAt: null });
  });

  it('is among the invitations that the holder sees, under whatever id and however many were answered since', async () => {
    const { client, profileId } = await newHolder(server);
    const id = '00000000-0000-7000-8000-000000000002';
    const lastDay = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await client.invitations.create.mutate({
      ...{ id, profileId, lastDay, level: 'view', scopes: ['notes'] },
      ...{ email: 'somebody.else@example.org', name: 'Somebody', relationship: '' },
    });
    await server.db.admin`
      insert into grace.invitations (profile_id, email, name, relationship, level, scopes, ends_at, token_hash, consent_version,
        consent_text, expires_at, cancelled_at, granted_by, granted_by_name, basis, person_name)
      select profile_id, no || email, name, relationship, level, scopes, ends_at, md5(no::text) || md5(random()::text),
        consent_version, consent_text, expires_at, now(), granted_by, granted_by_name, basis, person_name
      from grace.invitations cross join generate_series(1, 60) as no where id = ${id}`;

    expect((await client.invitations.list.query({ profileId }))[0]).toMatchObject({ id, state: 'pending' });
  });
});

describe('the doses of one day', () => {
  const hourly = {
    kind: 'interval' as const,
    unit: 'tablet' as const,
    anchor: '2026-01-01T00:00:00Z',
    everyHours: 1,
    amount: '1',
    end: { kind: 'never' as const },
  };

  it('are limited, over all medicines and also by requests at once', async () => {
    const { client, profileId } = await newHolder(server);
    const hours = (count: number) => Array.from({ length: count }, () => hourly);
    const add = (count: number) => {
      const [plan, ...others] = hours(count);
      const medication = newMedication(profileId, plan ? { plan } : {});
      return client.medications.create.mutate({
        ...medication,
        others: others.map((one) => ({ plan: one, lateWindowMinutes: null, scheduleId: uuidV7() })),
      });
    };
    // 8 times 24 doses, twice, and five.
    await add(8);
    await add(8);
    const small = await Promise.all(Array.from({ length: 5 }, () => add(0)));
    const change = ({ id, version }: (typeof small)[number]) => ({
      ...{ profileId, id, version, from: null, reason: 'More often' },
      schedule: { plan: hourly, lateWindowMinutes: null },
    });
    const more = (index: number) => {
      const one = small[index] as (typeof small)[number];
      return client.medications.addSchedule.mutate({ ...change(one), scheduleId: uuidV7() });
    };
    // Held until some of them have written what they plan and are about to count.
    const made = await server.db.admin.begin(async (tx) => {
      const key = `grace.medication ${profileId} ${profileId}`;
      await tx`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
      const sent = atOnce(5, more);
      const waiting = async () =>
        (
          await tx`
            select pid from pg_locks
            where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`
        ).length;
      await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(1);
      return { sent };
    });
    expect(await made.sent).toEqual({ done: 4, refusals: ['CONFLICT'] });
    await expect(add(1)).rejects.toMatchObject(conflict);
    const last = await add(0);
    const schedule = { scheduleId: last.versions[0]?.scheduleId ?? '', versionId: uuidV7() };
    await expect(
      client.medications.changeSchedule.mutate({ ...change(last), ...schedule }),
    ).rejects.toMatchObject(conflict);
    const stopped = { profileId, id: last.id, version: last.version, reason: 'Enough' };
    await expect(
      client.medications.stop.mutate({ ...stopped, at: null, isEnteredInError: false }),
    ).resolves.toMatchObject({
      id: last.id,
    });
  });
});
