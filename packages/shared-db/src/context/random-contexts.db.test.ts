import { sql } from 'drizzle-orm';
import { array, asyncProperty, assert as check, constantFrom, integer, nat, record } from 'fast-check';
import type { Notice } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { ConnectionPool } from './connection-pool.ts';
import { type Database, databaseOn } from './open-database.ts';
import type { Tx } from './run-in-transaction.ts';

const endings = [
  'commit',
  'commit',
  'commit',
  'throw',
  'SQL error',
  'SQL error in a nested transaction',
  'SQL error after some rows',
  'unsendable parameter',
  'statement timeout',
  'cancelled',
  'killed',
] as const;
type Ending = (typeof endings)[number];

const people = 7;
const someContexts = array(record({ person: nat(people - 1), ending: constantFrom<Ending>(...endings) }), {
  minLength: 60,
  maxLength: 90,
});

describe('many contexts at once', () => {
  let db: TestDatabase;
  const ids: string[] = [];
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(notesFixture);
    for (let person = 0; person < people; person += 1) {
      const { id } = await db.createUser();
      ids.push(id);
      await db.admin`insert into notes.folders (user_id) select ${id} from generate_series(1, 20)`;
    }
  });
  afterAll(() => db[Symbol.asyncDispose]());

  /** Everything the caller sees, twice, around a write of their own. */
  async function work(tx: Tx, userId: string, ending: Ending): Promise<void> {
    const mine = async () => {
      const owners = await tx.execute(
        sql`select distinct user_id, app.user_id() as caller from notes.folders`,
      );
      expect([...owners]).toEqual([{ user_id: userId, caller: userId }]);
    };
    await mine();
    await tx.execute(sql`insert into notes.folders (user_id, name) values (${userId}, ${ending})`);
    await finish(tx, ending);
    await mine();
  }

  async function finish(tx: Tx, ending: Ending): Promise<void> {
    const pid = async () =>
      (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;
    switch (ending) {
      case 'commit':
        return;
      case 'throw':
        throw new Error('thrown by the callback');
      case 'SQL error':
        await tx.execute(sql`select 1 / 0`);
        return;
      case 'SQL error in a nested transaction':
        expect(await errorCode(() => tx.transaction((inner) => inner.execute(sql`select 1 / 0`)))).toBe(
          '22012',
        );
        return;
      case 'SQL error after some rows':
        await tx.execute(
          sql`select user_id, 1 / (500 - n) from notes.folders, generate_series(1, 1000) as n`,
        );
        return;
      case 'unsendable parameter':
        await tx.execute(sql`select ${sql.param(undefined)}::text`);
        return;
      case 'statement timeout':
        await tx.execute(sql`set local statement_timeout = 1`);
        await tx.execute(sql`select pg_sleep(60)`);
        return;
      case 'cancelled':
        await cancelOnceAsleep(await pid(), tx.execute(sql`select pg_sleep(60)`));
        return;
      case 'killed':
        await db.admin`select pg_terminate_backend(${await pid()})`;
        return;
    }
  }

  async function cancelOnceAsleep(pid: number, sleeping: PromiseLike<unknown>): Promise<void> {
    const sleeps = Promise.resolve(sleeping);
    let isOver = false;
    const over = errorCode(() => sleeps).then(() => {
      isOver = true;
    });
    while (!isOver) {
      await db.admin`select pg_cancel_backend(pid) from pg_stat_activity where pid = ${pid} and wait_event = 'PgSleep'`;
    }
    await over;
    await sleeps;
  }

  it('show each caller their own rows and leave every connection clean', async () => {
    await check(
      asyncProperty(integer({ min: 1, max: 3 }), someContexts, async (max, contexts) => {
        const notices: Notice[] = [];
        const pool = new ConnectionPool({
          url: db.logins.app,
          max,
          waitTimeoutMs: 60_000,
          onNotice: (notice) => notices.push(notice),
        });
        const database = databaseOn(pool);
        const before = await countFolders();
        const outcomes = await Promise.all(
          contexts.map(({ person, ending }) => run(database, ids[person] ?? '', ending)),
        );
        for (const [index, code] of outcomes.entries())
          expect(code).toMatch(expectedCode(contexts[index]?.ending));
        const kept = outcomes.filter((code) => code === 'committed').length;
        expect(await countFolders()).toBe(before + kept);
        await expectCleanConnections(pool, max);
        expect(notices.filter(({ code }) => code === '25001' || code === '25P01')).toEqual([]);
        await pool.close();
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  const run = async (database: Database, userId: string, ending: Ending) =>
    (await errorCode(() => database.asUser({ userId }, (tx) => work(tx, userId, ending)))) ?? 'committed';

  function expectedCode(ending: Ending | undefined): RegExp {
    switch (ending) {
      case 'throw':
        return /^Error$/;
      case 'SQL error':
      case 'SQL error after some rows':
        return /^22012$/;
      case 'unsendable parameter':
        return /^UNDEFINED_VALUE$/;
      case 'statement timeout':
      case 'cancelled':
        return /^57014$/;
      case 'killed':
        return /^(57P01|CONNECTION_CLOSED|CONNECTION_DESTROYED|ECONNRESET)$/;
      default:
        return /^committed$/;
    }
  }

  async function countFolders(): Promise<number> {
    const [row] = await db.admin`select count(*)::int as folders from notes.folders`;
    return row?.folders as number;
  }

  /** Looks at every connection of the pool at once, without a context. */
  async function expectCleanConnections(pool: ConnectionPool, max: number): Promise<void> {
    const everybodyHasOne = Promise.withResolvers<void>();
    let lent = 0;
    const states = await Promise.all(
      Array.from({ length: max }, () =>
        pool.lend(async (client) => {
          lent += 1;
          if (lent === max) everybodyHasOne.resolve();
          await everybodyHasOne.promise;
          const [state] =
            await client`select current_user as role, nullif(current_setting('app.user_id', true), '') as id,
            nullif(current_setting('request.jwt.claims', true), '') as claims, pg_current_xact_id_if_assigned() as transaction`;
          return state;
        }),
      ),
    );
    for (const state of states) {
      expect(state).toEqual({ role: 'commons_app', id: null, claims: null, transaction: null });
    }
  }
});
