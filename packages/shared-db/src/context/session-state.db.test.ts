import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { users } from '../schema/users.ts';
import { type Database, openDatabase } from './open-database.ts';
import type { Tx } from './run-in-transaction.ts';

describe('what injected SQL leaves on a connection', () => {
  let db: TestDatabase;
  let database: Database;
  let alice: string;
  let bob: string;
  beforeEach(async () => {
    db = await createTestDatabase();
    [alice, bob] = [(await db.createUser()).id, (await db.createUser()).id];
    database = openDatabase({ url: db.direct.app, max: 1, leaseMaxMs: 5_000 });
  });
  afterEach(async () => {
    await database.close();
    await db[Symbol.asyncDispose]();
  });

  const asBob = <T>(work: (tx: Tx) => Promise<T>) => database.asUser({ userId: bob }, work);
  const inject = (statement: string) =>
    database.asUser({ userId: alice }, (tx) => tx.execute(sql.raw(statement)));
  const backend = async (tx: Tx) =>
    (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0];
  const rename = (tx: Tx) => tx.update(users).set({ fullName: 'Bob' }).returning({ id: users.id });

  it.each([
    ['statement_timeout', '0'],
    ['statement_timeout', '50'],
    ['default_transaction_read_only', 'on'],
    ['default_transaction_isolation', 'serializable'],
    ['search_path', 'identity'],
    ['app.note', 'hello'],
  ])('is not there for the next person: %s = %s', async (name, value) => {
    const setting = (tx: Tx) => tx.execute(sql`select current_setting(${name}, true) as value`);
    const before = await asBob(setting);
    await inject(`select set_config('${name}', '${value}', false)`);
    // One that fails must not bring it back.
    await errorCode(() => asBob((tx) => tx.execute(sql`select 1 / 0`)));
    const [after] = await asBob(setting);
    expect(after?.value || null).toEqual(before[0]?.value ?? null);
    expect(await asBob(rename)).toEqual([{ id: bob }]);
  });

  it('is not an identity', async () => {
    await inject(`select set_config('app.user_id', '${alice}', false)`);
    expect(await asBob(rename)).toEqual([{ id: bob }]);
  });

  it('is not a role: its connection is given up, and the next person is served', async () => {
    const before = await asBob(backend);
    await inject(`select set_config('role', 'authenticated', false)`);
    expect(await errorCode(() => asBob(rename))).toBe('42501');
    expect(await asBob(rename)).toEqual([{ id: bob }]);
    expect(await asBob(backend)).not.toEqual(before);
  });

  it('gives up a connection whose prepared statements somebody took away', async () => {
    for (let time = 0; time < 3; time += 1) await asBob(backend);
    const before = await asBob(backend);
    await db.admin.unsafe(`
      create function public.take_away() returns void language plpgsql as $$ begin execute 'deallocate all'; end $$;
      grant execute on function public.take_away() to authenticated`);
    await inject('select public.take_away()');
    expect(await errorCode(() => asBob(backend))).toBe('26000');
    expect(await asBob(backend)).not.toEqual(before);
  });

  it.each([
    'copy users to stdout',
    'copy users from stdin',
    'deallocate all',
    "prepare a as select 'a'",
    'declare a cursor with hold for select 1',
    `do $$ begin execute 'deallocate all'; end $$`,
    'alter role commons_app reset all',
    'rollback',
  ])('never began: %s', async (statement) => {
    expect(await errorCode(() => inject(statement))).toBe('RefusedStatementError');
    expect(await asBob(rename)).toEqual([{ id: bob }]);
  });
});

it('a connection that is kept too long is cut off, and its caller told so', async () => {
  await using db = await createTestDatabase();
  const { id: userId } = await db.createUser();
  const database = openDatabase({ url: db.direct.app, max: 1, leaseMaxMs: 300 });
  const sleeping = database.asUser({ userId }, (tx) => tx.execute(sql`select pg_sleep(60)`));
  expect(await errorCode(() => sleeping)).toBe('CONNECTION_CLOSED');
  expect(await database.asUser({ userId }, (tx) => tx.select({ id: users.id }).from(users))).toEqual([
    { id: userId },
  ]);
  await database.close();
});

it.each([
  ['true', true],
  ['t', true],
  ['1', true],
  [1, true],
  [true, true],
  ['false', false],
  [false, false],
])('a boolean parameter means what PostgreSQL says it means: %s', async (given, meant) => {
  await using db = await createTestDatabase();
  const [row] = await db.database.asAnon((tx) => tx.execute(sql`select ${given}::boolean as meant`));
  expect(row).toEqual({ meant });
});
