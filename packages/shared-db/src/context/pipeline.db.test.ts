import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CuttingProxy, openCuttingProxy } from '../../testing/cutting-proxy.ts';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { users } from '../schema/users.ts';
import { type Database, openDatabase } from './open-database.ts';
import type { Tx } from './run-in-transaction.ts';

describe('a context and its queries', () => {
  let db: TestDatabase;
  let proxy: CuttingProxy;
  let database: Database;
  let alice: string;

  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(notesFixture);
    await db.admin`alter table notes.folders add constraint named check (name <> 'refused')`;
    await db.admin`create table notes.checked_late (id int unique deferrable initially deferred)`;
    await db.admin`grant insert, select on notes.checked_late to authenticated`;
    alice = (await db.createUser()).id;
    proxy = await openCuttingProxy(db.adminUrl);
    database = openDatabase({ url: proxy.through(db.direct.app), max: 1 });
    // Seen twice, every text below is prepared from then on.
    for (let time = 0; time < 3; time += 1) {
      await asAlice(me);
      await asAlice((tx) => tx.execute(sql`select pg_backend_pid() as pid`));
      await asAlice((tx) => addFolder(tx, 'warm'));
    }
  });
  afterAll(async () => {
    await database.close();
    await proxy[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await db.admin`delete from notes.folders`;
    proxy.reset();
  });

  const asAlice = <T>(work: (tx: Tx) => PromiseLike<T>) => database.asUser({ userId: alice }, work);
  const me = (tx: Tx) => tx.select({ id: users.id }).from(users);
  const addFolder = (tx: Tx, name: string) =>
    tx.execute(sql`insert into notes.folders (user_id, name) values (${alice}, ${name}) returning name`);
  const folders = async () =>
    (await db.admin`select name from notes.folders order by name`).map(({ name }) => name);
  const backend = async () => {
    const [row] = await asAlice((tx) => tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`));
    return row?.pid;
  };

  describe('share round trips', () => {
    it('one, when the query is all there is', async () => {
      expect(await asAlice(me)).toEqual([{ id: alice }]);
      expect(proxy.roundTrips).toBe(1);
      await asAlice((tx) => addFolder(tx, 'kept'));
      expect(proxy.roundTrips).toBe(2);
      expect(await folders()).toEqual(['kept']);
    });

    it('two, when the callback goes on after its query', async () => {
      expect(await asAlice(async (tx) => (await me(tx)).length)).toBe(1);
      expect(proxy.roundTrips).toBe(2);
    });

    it('also when several queries are sent without waiting', async () => {
      const [first, second] = await asAlice((tx) =>
        Promise.all([addFolder(tx, 'a'), addFolder(tx, 'b'), me(tx)]),
      );
      expect([first?.[0], second?.[0]]).toEqual([{ name: 'a' }, { name: 'b' }]);
      expect(proxy.roundTrips).toBe(2);
    });
  });

  describe('fail together', () => {
    it('when the identity is refused: nothing of what was sent with it happens', async () => {
      const pid = await backend();
      const intruder = { userId: 'nobody' };
      expect(await errorCode(() => database.asUser(intruder, (tx) => addFolder(tx, 'intruder')))).toBe(
        '22P02',
      );
      expect(
        await errorCode(() =>
          database.asUser(intruder, async (tx) => {
            await errorCode(() => addFolder(tx, 'intruder'));
            throw new Error('something else');
          }),
        ),
      ).toBe('22P02');
      expect(await folders()).toEqual([]);
      expect(await backend()).toBe(pid);
    });

    it('when the only query is refused, and the connection serves the next', async () => {
      const pid = await backend();
      expect(await errorCode(() => asAlice((tx) => addFolder(tx, 'refused')))).toBe('23514');
      expect(await folders()).toEqual([]);
      expect(await backend()).toBe(pid);
    });

    it('when a query that nobody waited for is refused', async () => {
      const code = errorCode(() =>
        asAlice(async (tx) => {
          await addFolder(tx, 'first');
          void addFolder(tx, 'refused').then(undefined, () => {});
        }),
      );
      expect(await code).toBe('23514');
      expect(await folders()).toEqual([]);
    });

    it('when the callback throws with queries still on their way', async () => {
      const error = new Error('changed my mind');
      const attempt = asAlice(async (tx) => {
        void addFolder(tx, 'forgotten').then(undefined, () => {});
        throw error;
      });
      await expect(attempt).rejects.toBe(error);
      expect(await folders()).toEqual([]);
    });

    it('when one of several that were sent at once is refused: the first error is the one reported', async () => {
      const code = errorCode(() =>
        asAlice((tx) => Promise.all([addFolder(tx, 'refused'), addFolder(tx, 'after'), me(tx)])),
      );
      expect(await code).toBe('23514');
      expect(await folders()).toEqual([]);
    });

    it('when the commit itself is refused', async () => {
      const twice = (tx: Tx) =>
        tx.execute(sql`insert into notes.checked_late select 1 from generate_series(1, 2)`);
      expect(await errorCode(() => asAlice(twice))).toBe('23505');
      expect(await errorCode(() => asAlice(async (tx) => void (await twice(tx))))).toBe('23505');
      expect(await db.admin`select from notes.checked_late`).toHaveLength(0);
      expect(await asAlice(me)).toEqual([{ id: alice }]);
    });

    it('when a statement takes too long', async () => {
      await db.admin.unsafe(
        `alter role commons_app in database ${new URL(db.adminUrl).pathname.slice(1)} set statement_timeout = '200ms'`,
      );
      const impatient = openDatabase({ url: db.logins.app, max: 1 });
      expect(
        await errorCode(() =>
          impatient.asUser({ userId: alice }, (tx) => tx.execute(sql`select pg_sleep(60)`)),
        ),
      ).toBe('57014');
      expect(await impatient.asUser({ userId: alice }, me)).toEqual([{ id: alice }]);
      await impatient.close();
    });
  });

  it('with a parameter that cannot be sent send nothing of that query, and the connection serves the next', async () => {
    const pid = await backend();
    const unsendable = (tx: Tx) => tx.execute(sql`select ${sql.param(undefined)}::text`);
    expect(await errorCode(() => asAlice(unsendable))).toBe('UNDEFINED_VALUE');
    const neighbours = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) =>
        asAlice<unknown>((tx) =>
          n % 3 === 0 ? unsendable(tx) : Promise.all([addFolder(tx, `${n}`), me(tx)]),
        ),
      ),
    );
    expect(neighbours.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    expect(await folders()).toHaveLength(20);
    expect(await backend()).toBe(pid);
  });

  it('refuse a second query of something that is sent with its commit', async () => {
    const codes: (string | undefined)[] = [];
    const twoInOne = (tx: Tx) => ({
      // biome-ignore lint/suspicious/noThenProperty: it stands for a builder of another make.
      then: (done: (names: unknown) => void) =>
        void addFolder(tx, 'first').then(async () => {
          codes.push(await errorCode(() => addFolder(tx, 'second')));
          done('done');
        }),
    });
    expect(await asAlice(twoInOne as unknown as (tx: Tx) => PromiseLike<string>)).toBe('done');
    expect(codes).toEqual(['ClosedContextError']);
    expect(await folders()).toEqual(['first']);
  });

  it('prepare what comes again, unless that is switched off', async () => {
    const prepared = (tx: Tx) =>
      tx.execute(sql`select from pg_prepared_statements where statement like '%pg_prepared_statements%'`);
    const often = async (one: Database) => {
      for (let time = 0; time < 3; time += 1) await one.asUser({ userId: alice }, prepared);
      return (await one.asUser({ userId: alice }, prepared)).length;
    };
    const off = openDatabase({ url: db.direct.app, max: 1, prepare: false });
    expect([await often(database), await often(off)]).toEqual([1, 0]);
    expect(
      await off.asUser({ userId: alice }, (tx) => tx.execute(sql`select from pg_prepared_statements`)),
    ).toHaveLength(0);
    await off.close();
  });

  it('learn that a table has changed under a prepared query, and never run it outside the transaction', async () => {
    await db.admin`create table notes.changing (id int)`;
    await db.admin`grant insert, select on notes.changing to authenticated, commons_app`;
    const add = (tx: Tx) => tx.execute(sql`insert into notes.changing values (1) returning *`);
    const read = (tx: Tx) => tx.execute(sql`select * from notes.changing`);
    for (let time = 0; time < 3; time += 1) {
      await asAlice(add);
      await asAlice(read);
    }
    await db.admin`alter table notes.changing add column more int`;
    expect(await errorCode(() => asAlice(add))).toBe('0A000');
    expect(await db.admin`select from notes.changing`).toHaveLength(3);
    // The connection went with all that it had prepared.
    expect(await asAlice(read)).toHaveLength(3);
    expect(await asAlice(add)).toEqual([{ id: 1, more: null }]);
  });
});
