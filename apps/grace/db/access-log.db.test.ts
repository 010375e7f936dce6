import type { Tx } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grace } from '../app.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([grace]);
});
afterAll(() => db?.[Symbol.asyncDispose]());

const scopes = ['notes', 'chat_summaries'];

async function family() {
  const [holder, ben] = [await db.createUser(), await db.createUser()];
  const [profile] = await db.admin<{ id: string }[]>`
    insert into grace.profiles (user_id, basis, holder_name, full_name, preferred_name, time_zone)
    values (${holder.id}, 'guardian', 'Amara', 'Margaret Okafor', 'Margaret', 'Europe/London') returning id`;
  const profileId = profile?.id ?? '';
  await db.admin`
    insert into grace.caregivers (profile_id, user_id, name, level, scopes, ends_at)
    values (${profileId}, ${ben.id}, 'Ben', 'manage', ${scopes}, now() + interval '1 year')`;
  return { holder, ben, profileId };
}

const as = <T>({ id }: { id: string }, run: (tx: Tx) => Promise<T>) =>
  db.database.asUser({ userId: id }, run);
const open = (tx: Tx, profileId: string, resource = 'notes', via = 'app') =>
  tx.execute(sql`select grace.open_record(${profileId}::uuid, ${resource}, null, ${via}) as opened`);
const opened = async (tx: Tx, resource = 'notes') =>
  (
    await tx.execute<{ id: string }>(sql`select id from grace.opened_profiles(${resource}) as opened (id)`)
  ).map(({ id }) => id);
const linesOf = (profileId: string) =>
  db.admin`select actor_id, actor_name, resource, via from grace.access_log where profile_id = ${profileId}`;

describe('a reading by a caregiver', () => {
  it('opens the record for its own transaction and leaves a line', async () => {
    const { ben, profileId } = await family();
    const during = await as(ben, async (tx) => {
      const before = await opened(tx);
      await open(tx, profileId);
      return { before, after: await opened(tx), other: await opened(tx, 'chat_summaries') };
    });

    expect(during).toEqual({ before: [], after: [profileId], other: [] });
    expect(await linesOf(profileId)).toEqual([
      { actor_id: ben.id, actor_name: 'Ben', resource: 'notes', via: 'app' },
    ]);
    expect(await as(ben, (tx) => opened(tx))).toEqual([]);
  });

  it('opens nothing by the line of another transaction, even one of the same instant', async () => {
    const { ben, profileId } = await family();
    await as(ben, (tx) => open(tx, profileId));
    const found = await as(ben, async (tx) => {
      const [row] = await tx.execute<{ at: string }>(sql`select now()::text as at`);
      // What nobody can arrange for themselves: the clock went back, or two transactions began together.
      // As text, because a Date of JavaScript has no microseconds.
      await db.admin`
        update grace.access_log set at = ${row?.at ?? ''}::text::timestamptz where profile_id = ${profileId}`;
      return opened(tx);
    });
    expect(found).toEqual([]);
  });

  it('opens nothing by a transaction number that was given out in another time', async () => {
    const { ben, profileId } = await family();
    const found = await as(ben, async (tx) => {
      const [row] = await tx.execute<{ number: string }>(sql`select pg_current_xact_id()::text as number`);
      await db.admin`
        insert into grace.access_log (profile_id, actor_id, actor_name, resource, via, at, transaction_id)
        values (${profileId}, ${ben.id}, 'Ben', 'notes', 'app', now() - interval '1 day', ${row?.number ?? ''})`;
      return opened(tx);
    });
    expect(found).toEqual([]);
  });

  it('opens nothing for anybody else', async () => {
    const { ben, profileId } = await family();
    const kim = await db.createUser();
    const found = await as(ben, async (tx) => {
      await open(tx, profileId);
      const [row] = await tx.execute<{ at: string; number: string }>(
        sql`select now() as at, pg_current_xact_id()::text as number`,
      );
      return row;
    });
    await db.admin`
      insert into grace.caregivers (profile_id, user_id, name, level, scopes, ends_at)
      values (${profileId}, ${kim.id}, 'Kim', 'manage', ${scopes}, now() + interval '1 year')`;
    expect(found).toBeDefined();
    expect(await as(kim, (tx) => opened(tx))).toEqual([]);
  });

  it.each([
    [
      'has ended',
      (id: string) => db.admin`update grace.caregivers set ended_at = now() where user_id = ${id}`,
    ],
    [
      'has run out',
      (id: string) =>
        db.admin`update grace.caregivers set starts_at = '2020-01-01', ends_at = clock_timestamp() where user_id = ${id}`,
    ],
    [
      'lost the scope',
      (id: string) => db.admin`update grace.caregivers set scopes = '{medications}' where user_id = ${id}`,
    ],
  ])('stops in the middle of a transaction when the grant %s', async (_what, end) => {
    const { ben, profileId } = await family();
    const during = await as(ben, async (tx) => {
      await open(tx, profileId);
      const before = await opened(tx);
      await end(ben.id);
      return { before, after: await opened(tx) };
    });
    expect(during).toEqual({ before: [profileId], after: [] });
  });

  it.each(['chat_transcripts', 'medications', 'everything', ''])(
    'is refused for %s, which the grant does not include or nobody logs',
    async (resource) => {
      const { ben, profileId } = await family();
      const answer = await as(ben, (tx) => open(tx, profileId, resource));
      expect(answer).toEqual([{ opened: false }]);
      expect(await linesOf(profileId)).toEqual([]);
    },
  );

  it('does not pass as that of a link', async () => {
    const { ben, profileId } = await family();
    await expect(as(ben, (tx) => open(tx, profileId, 'notes', 'link'))).rejects.toMatchObject({
      cause: { code: '22023' },
    });
  });

  it('by a stranger or in a profile that is not there is refused alike', async () => {
    const { profileId } = await family();
    const stranger = await db.createUser();
    expect(await as(stranger, (tx) => open(tx, profileId))).toEqual([{ opened: false }]);
    expect(await as(stranger, (tx) => open(tx, crypto.randomUUID()))).toEqual([{ opened: false }]);
    expect(await linesOf(profileId)).toEqual([]);
  });

  it('is not logged for the holder, who needs no line', async () => {
    const { holder, profileId } = await family();
    const found = await as(holder, async (tx) => {
      await open(tx, profileId);
      return opened(tx);
    });
    expect(found).toEqual([profileId]);
    expect(await linesOf(profileId)).toEqual([]);
  });

  it('leaves a line that is gone only with everything that was read: both are one transaction', async () => {
    const { ben, profileId } = await family();
    await expect(
      as(ben, async (tx) => {
        await open(tx, profileId);
        throw new Error('nothing of it reaches anybody');
      }),
    ).rejects.toThrow('nothing of it');
    expect(await linesOf(profileId)).toEqual([]);
  });
});

describe('every access rule', () => {
  it.each(['visible_profiles()', "profiles_within('notes', 'view')", "profiles_at('view')"])(
    'goes by the clock and not by when the transaction began: %s',
    async (rule) => {
      const { ben, profileId } = await family();
      const reached = (tx: Tx) => tx.execute(sql.raw(`select id from grace.${rule} as reached (id)`));
      const during = await as(ben, async (tx) => {
        const before = await reached(tx);
        await db.admin`
          update grace.caregivers set starts_at = '2020-01-01', ends_at = clock_timestamp() where user_id = ${ben.id}`;
        return { before, after: await reached(tx) };
      });
      expect(during).toEqual({ before: [{ id: profileId }], after: [] });

      await db.admin`
        update grace.caregivers set starts_at = clock_timestamp() + interval '1 hour', ends_at = now() + interval '1 day'
        where user_id = ${ben.id}`;
      expect(await as(ben, reached)).toEqual([]);
    },
  );
});

describe('the access log', () => {
  const statements = [
    `update grace.access_log set actor_name = 'Nobody'`,
    `update grace.access_log set at = now() + interval '1 day'`,
    'delete from grace.access_log',
    'truncate grace.access_log',
    `insert into grace.access_log (profile_id, actor_name, resource, via) select profile_id, 'Kim', 'notes', 'app' from grace.caregivers`,
  ];

  it.each(statements)('cannot be touched by a request or the service: %s', async (statement) => {
    const { holder, ben, profileId } = await family();
    await as(ben, (tx) => open(tx, profileId));
    const before = await linesOf(profileId);
    const denied = { cause: { code: '42501' } };

    await expect(as(holder, (tx) => tx.execute(statement))).rejects.toMatchObject(denied);
    await expect(as(ben, (tx) => tx.execute(statement))).rejects.toMatchObject(denied);
    await expect(db.database.asAnon((tx) => tx.execute(statement))).rejects.toMatchObject(denied);
    await expect(db.service.asService('try', (tx) => tx.execute(statement))).rejects.toMatchObject(denied);
    expect(await linesOf(profileId)).toEqual(before);
  });

  it('keeps the name of a reader whose account is gone', async () => {
    const { ben, profileId } = await family();
    await as(ben, (tx) => open(tx, profileId));
    await db.admin`delete from public.users where id = ${ben.id}`;
    expect(await linesOf(profileId)).toEqual([
      { actor_id: null, actor_name: 'Ben', resource: 'notes', via: 'app' },
    ]);
  });

  it('is the holder’s alone to read', async () => {
    const { holder, ben, profileId } = await family();
    await as(ben, (tx) => open(tx, profileId));
    const read = sql`select actor_name from grace.access_log`;
    expect(await as(holder, (tx) => tx.execute(read))).toEqual([{ actor_name: 'Ben' }]);
    expect(await as(ben, (tx) => tx.execute(read))).toEqual([]);
  });
});
