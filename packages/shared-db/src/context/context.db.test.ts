import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { users } from '../schema/users.ts';
import type { Tx } from './run-in-transaction.ts';

const whoAmI = (tx: Tx) =>
  tx.execute(sql`select session_user as login, current_user as role, app.user_id() as id,
    current_setting('request.jwt.claims', true)::jsonb as claims, current_setting('app.request', true) as request`);

describe('a context', () => {
  let db: TestDatabase;
  let alice: string;
  beforeAll(async () => {
    db = await createTestDatabase([], { max: 1 });
    alice = (await db.createUser()).id;
  });
  afterAll(() => db[Symbol.asyncDispose]());

  const asAlice = <T>(work: (tx: Tx) => Promise<T>) => db.database.asUser({ userId: alice }, work);

  it('carries the person, the role and the request', async () => {
    const [row] = await db.database.asUser({ userId: alice, app: 'notes', requestId: 'r1' }, whoAmI);
    expect(row).toEqual({
      login: 'commons_app',
      role: 'authenticated',
      id: alice,
      claims: { sub: alice, role: 'authenticated' },
      request: '{"app":"notes","requestId":"r1"}',
    });
  });

  it('carries nobody for an anonymous visitor', async () => {
    const [row] = await db.database.asAnon(whoAmI);
    expect(row).toMatchObject({ login: 'commons_app', role: 'anon', id: null, claims: { role: 'anon' } });
  });

  it('of the service has a login of its own and says why while it runs', async () => {
    const [row] = await db.service.asService('tidy up', (tx) =>
      tx.execute(sql`select session_user as login, current_user as role, application_name as why
        from pg_stat_activity where pid = pg_backend_pid()`),
    );
    expect(row).toEqual({ login: 'commons_service', role: 'commons_service', why: 'commons: tidy up' });
  });

  it('commits what its callback did, and gives back what it returned', async () => {
    const result = await asAlice(async (tx) => {
      await tx.update(users).set({ fullName: 'Alice' });
      return 'done';
    });
    expect(result).toBe('done');
    expect(await db.admin`select full_name from users where id = ${alice}`).toEqual([{ full_name: 'Alice' }]);
  });

  it('sends a query that its callback returned without awaiting it', async () => {
    expect(await asAlice((tx) => tx.select({ id: users.id }).from(users))).toEqual([{ id: alice }]);
  });

  it('takes back everything when its callback throws, and passes the error on', async () => {
    const before = await db.admin`select * from users`;
    const error = new Error('changed my mind');
    const attempt = asAlice(async (tx) => {
      await tx.update(users).set({ fullName: 'Nobody' });
      throw error;
    });
    await expect(attempt).rejects.toBe(error);
    expect(await db.admin`select * from users`).toEqual(before);
  });

  it('takes back everything when a query fails, even if the callback carries on', async () => {
    const before = await db.admin`select * from users`;
    const code = await errorCode(() =>
      asAlice(async (tx) => {
        await tx.update(users).set({ fullName: 'Nobody' });
        await errorCode(() => tx.execute(sql`select 1 / 0`));
      }),
    );
    expect(code).toBe('22012');
    expect(await db.admin`select * from users`).toEqual(before);
  });

  it('takes back a nested transaction alone, and stays who it is', async () => {
    const [row] = await asAlice(async (tx) => {
      await tx.update(users).set({ fullName: 'Kept' });
      await errorCode(() =>
        tx.transaction(async (inner) => {
          await inner.update(users).set({ fullName: 'Lost' });
          throw new Error('inner');
        }),
      );
      return tx.select({ id: users.id, fullName: users.fullName }).from(users);
    });
    expect(row).toEqual({ id: alice, fullName: 'Kept' });
  });

  it.each(['', 'alice', `${randomUUID()}'; drop table users; --`])(
    'refuses “%s” as a person, and the next one is served',
    async (userId) => {
      const ran = errorCode(() => db.database.asUser({ userId }, async () => expect.unreachable()));
      expect(await ran).toBe('22P02');
      expect(await asAlice((tx) => tx.select({ id: users.id }).from(users))).toHaveLength(1);
    },
  );

  it('shows an unknown person nothing', async () => {
    expect(
      await db.database.asUser({ userId: randomUUID() }, (tx) => tx.select({ id: users.id }).from(users)),
    ).toEqual([]);
  });

  it.each([
    'set role commons_service',
    'set role commons_owner',
    `select set_config('role', 'commons_service', true)`,
    'set session authorization commons_service',
    `select app.open_context('authenticated', '${randomUUID()}', '{}')`,
    'create table app.mine (id int)',
    'create temporary table mine (id int)',
    'select * from identity.sessions',
    'truncate users',
    'create policy mine on users using (true)',
    `select app.audit_for(null, 'a', 'b', 'c', null, null)`,
  ])('may not: %s', async (statement) => {
    expect(await errorCode(() => asAlice((tx) => tx.execute(sql.raw(statement))))).toBe('42501');
  });

  it('runs one statement at a time, however the string was made', async () => {
    const injected = sql.raw(`select 1; update users set full_name = 'injected'`);
    expect(await errorCode(() => asAlice((tx) => tx.execute(injected)))).toBe('42601');
  });

  it('is not ended by hand', async () => {
    const code = errorCode(() =>
      asAlice(async (tx) => {
        await tx.execute(sql`update users set full_name = 'ended by hand'`);
        await tx.execute(sql`commit`);
      }),
    );
    expect(await code).toBe('RefusedStatementError');
    expect(await db.admin`select from users where full_name = 'ended by hand'`).toHaveLength(0);
  });

  it('leaves nothing on its connection', async () => {
    await asAlice(async () => {});
    const activity = await db.admin`
      select distinct state, xact_start from pg_stat_activity where usename = 'commons_app' and datname = current_database()`;
    expect(activity).toEqual([{ state: 'idle', xact_start: null }]);
  });
});

describe('the app login without a context', () => {
  let db: TestDatabase;
  let alice: string;
  let login: postgres.Sql;
  beforeAll(async () => {
    db = await createTestDatabase();
    alice = (await db.createUser()).id;
    login = postgres(db.logins.app, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await login.end();
    await db[Symbol.asyncDispose]();
  });

  const open = (sql: postgres.Sql | postgres.TransactionSql, role: string, id: string | null) =>
    sql`select app.open_context(${role}, ${id}, '{}')`;

  it.each([
    'select from public.users',
    'delete from public.users',
    'select app.user_id()',
    'select from app.migrations',
  ])('may not: %s', async (statement) => {
    expect(await errorCode(() => login.unsafe(statement))).toBe('42501');
  });

  it('sees no row, and no error, once an earlier context has left an empty setting behind', async () => {
    await login.begin(async (tx) => {
      await open(tx, 'authenticated', alice);
      expect(await tx`select id from users`).toEqual([{ id: alice }]);
    });
    expect(await login`select current_setting('app.user_id') as setting`).toEqual([{ setting: '' }]);
    await login.begin(async (tx) => {
      await tx`set local role authenticated`;
      expect(await tx`select id from users where app.user_id() is null`).toEqual([]);
    });
  });

  it('opens a context once in a transaction, also after it has become itself again', async () => {
    const twice = errorCode(() =>
      login.begin(async (tx) => {
        await open(tx, 'authenticated', alice);
        await tx`reset role`;
        await open(tx, 'authenticated', alice);
      }),
    );
    expect(await twice).toBe('55000');
  });

  it.each([
    ['commons_service', null],
    ['commons_owner', null],
    ['authenticated', null],
    ['anon', randomUUID()],
    ['', null],
  ])('cannot open a context as “%s” with the id %s', async (role, id) => {
    expect(await errorCode(() => login.begin((tx) => open(tx, role, id)))).toBe('22023');
  });

  it('has no effect on a later transaction when it opens a context outside one', async () => {
    await open(login, 'authenticated', alice);
    expect(await login`select current_user as role`).toEqual([{ role: 'commons_app' }]);
    expect(await errorCode(() => login`select from public.users`)).toBe('42501');
  });
});
