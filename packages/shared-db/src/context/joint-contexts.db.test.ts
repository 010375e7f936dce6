import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CuttingProxy, openCuttingProxy } from '../../testing/cutting-proxy.ts';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { type Database, openDatabase } from './open-database.ts';
import type { Tx } from './run-in-transaction.ts';

type Work = (tx: Tx) => PromiseLike<unknown>;

const lossCode = /^(CONNECTION_CLOSED|CONNECTION_DESTROYED|ECONNRESET|EPIPE|57P01)$/;

describe('callbacks of one caller that come at the same moment', () => {
  let db: TestDatabase;
  let proxy: CuttingProxy;
  let database: Database;
  let alice: string;

  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(notesFixture);
    await db.admin`alter table notes.folders add constraint named check (name <> 'refused')`;
    await db.admin`create table notes.checked_late (id int unique deferrable initially deferred)`;
    await db.admin`insert into notes.checked_late values (1)`;
    await db.admin`grant insert, select on notes.checked_late to authenticated`;
    alice = (await db.createUser()).id;
    proxy = await openCuttingProxy(db.adminUrl);
  });
  afterAll(async () => {
    await proxy[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    await db.admin`delete from notes.folders`;
    await database?.close();
    // Opened anew, because it learns which callbacks had better run apart.
    database = openDatabase({ url: proxy.through(db.direct.app), max: 4 });
    proxy.reset();
  });
  afterAll(() => database?.close());

  const add = (name: string) => (tx: Tx) =>
    tx.execute<{ name: string }>(
      sql`insert into notes.folders (user_id, name) values (${alice}, ${name}) returning name`,
    );
  const transaction = (tx: Tx) => tx.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`);
  const names = async () =>
    (await db.admin`select name from notes.folders order by name`).map(({ name }) => name);
  /** Runs callbacks under names that nothing has been learnt of, unless `names` is given. */
  const together = (
    works: readonly Work[],
    { sessionId, names = randomUUID() }: { sessionId?: string | undefined; names?: string | undefined } = {},
  ) => {
    const run = database.asUserJointly({ userId: alice, sessionId });
    return Promise.allSettled(works.map((work, index) => run(`${names} ${index}`, work)));
  };
  const codes = (outcomes: PromiseSettledResult<unknown>[]) =>
    Promise.all(
      outcomes.map((outcome) =>
        errorCode(async () => {
          if (outcome.status === 'rejected') throw outcome.reason;
        }),
      ),
    );
  /** In how many transactions so many callbacks ran. */
  async function transactions(
    works: readonly ((tx: Tx) => PromiseLike<{ id: string }[]>)[],
    names?: string,
  ): Promise<number> {
    const outcomes = await together(works, { names });
    return new Set(outcomes.map((outcome) => outcome.status === 'fulfilled' && JSON.stringify(outcome.value)))
      .size;
  }

  it('share one transaction and one round trip, each with its own answer', async () => {
    await together([transaction, transaction]);
    proxy.reset();
    expect(await transactions([transaction, transaction, transaction])).toBe(1);
    expect(proxy.roundTrips).toBe(1);
    expect(await together(['a', 'b'].map(add))).toMatchObject([
      { value: [{ name: 'a' }] },
      { value: [{ name: 'b' }] },
    ]);
  });

  it('are eight in a transaction at most', async () => {
    expect(await transactions(Array(20).fill(transaction))).toBe(3);
  });

  it('have a transaction of their own where they are more than a query', async () => {
    const several = async (tx: Tx) => await transaction(tx);
    expect(await transactions([transaction, several, transaction])).toBe(2);
    // Nothing tells this one from a query before it runs.
    const disguised = (tx: Tx) => several(tx);
    expect(await transactions([transaction, disguised, transaction], 'learnt')).toBe(3);
    expect(await transactions([transaction, disguised, transaction], 'learnt')).toBe(2);
  });

  it('run at the same time once they have been slow together', async () => {
    const slow = (tx: Tx) =>
      tx.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id, pg_sleep(0.06)`);
    expect(await transactions([slow, slow], 'slow')).toBe(1);
    expect(await transactions([slow, slow], 'slow')).toBe(2);
  });

  it.each<[string, Work, string]>([
    ['whose query is refused', add('refused'), '23514'],
    [
      'that is refused by the commit',
      (tx) => tx.execute(sql`insert into notes.checked_late values (1)`),
      '23505',
    ],
    [
      'with a parameter that cannot be sent',
      (tx) => tx.execute(sql`select ${sql.param(undefined)}::text`),
      'UNDEFINED_VALUE',
    ],
    [
      'that throws',
      () => {
        throw new RangeError('thrown by a callback');
      },
      'RangeError',
    ],
    [
      'that rejects',
      (tx) => transaction(tx).then(() => Promise.reject(new RangeError('rejected'))),
      'RangeError',
    ],
  ])('fail alone: one %s', async (_, bad, code) => {
    const outcomes = await together([add('a'), bad, add('b'), add('c')]);

    expect(await codes(outcomes)).toEqual([undefined, code, undefined, undefined]);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await together([transaction])).toMatchObject([{ status: 'fulfilled' }]);
  });

  it('are all refused when the session has ended', async () => {
    const outcomes = await together([add('a'), add('b')], { sessionId: randomUUID() });

    expect(await codes(outcomes)).toEqual(['CM401', 'CM401']);
    expect(await names()).toEqual([]);
  });

  it('are all refused inside another context', async () => {
    const inside = database.asUser({ userId: alice }, async () =>
      codes(await together([add('a'), add('b')])),
    );

    await expect(inside).rejects.toMatchObject({ name: 'NestedContextError' });
    expect(await names()).toEqual([]);
  });

  it.each([
    ['is cancelled fail alone', 'pg_cancel_backend', [undefined, /^57014$/, undefined]],
    ['loses the connection all fail, and none runs again', 'pg_terminate_backend', Array(3).fill(lossCode)],
  ] as const)('whose one query %s', async (_, end, wanted) => {
    const marker = randomUUID();
    const sleep = (tx: Tx) => tx.execute(sql.raw(`select pg_sleep(60) as "${marker}"`));
    let isOver = false;
    const outcomes = together([add('a'), sleep, add('b')]).finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await db.admin.unsafe(
        `select ${end}(pid) from pg_stat_activity where wait_event = 'PgSleep' and query like $1`,
        [`%${marker}%`],
      );
    }
    for (const [index, code] of (await codes(await outcomes)).entries()) {
      if (wanted[index]) expect(code).toMatch(wanted[index]);
      else expect(code).toBeUndefined();
    }
    expect(await names()).toEqual(wanted[0] ? [] : ['a', 'b']);
  });

  it('are stored once or not at all wherever the line is cut, and no success is a lie', async () => {
    const works = ['a', 'b', 'c'].map(add);
    for (let time = 0; time < 3; time += 1) await together(works);
    proxy.reset();
    await together(works);
    const whole = proxy.passed;
    for (const direction of ['sent', 'answered'] as const) {
      // The driver's names of prepared statements are not all of one length.
      for (let limit = 1; limit < whole[direction] - 50; limit += 97) {
        await db.admin`delete from notes.folders`;
        proxy.reset();
        for (let time = 0; time < 2; time += 1) await together(works);
        await db.admin`delete from notes.folders`;
        proxy.reset({ [direction]: limit });
        const outcomes = await together(works);
        proxy.reset();

        expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
        const stored = await names();
        // Of the answers the commit's own may have been lost.
        expect([[], ...(direction === 'answered' ? [['a', 'b', 'c']] : [])]).toContainEqual(stored);
      }
    }
  }, 60_000);

  it('answer as each by itself would, whichever of them fail', async () => {
    const kinds: Record<string, (name: string) => Work> = {
      good: add,
      refused: () => add('refused'),
      unsendable: () => (tx) => tx.execute(sql`select ${sql.param(undefined)}::text`),
      several: (name) => async (tx) => {
        await transaction(tx);
        return add(name)(tx);
      },
      disguised: (name) => (tx) => add(name)(tx).then((rows) => rows),
    };
    const kind = fc.constantFrom(...Object.keys(kinds));
    await fc.assert(
      fc.asyncProperty(fc.array(kind, { minLength: 1, maxLength: 12 }), async (chosen) => {
        await db.admin`delete from notes.folders`;
        const outcomes = await together(chosen.map((one, index) => kinds[one]?.(`n${index}`) ?? add('')));
        const wanted = chosen.flatMap((one, index) =>
          one === 'refused' || one === 'unsendable' ? [] : [`n${index}`],
        );
        expect(outcomes.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))).toEqual(
          wanted.map((name) => ({ name })),
        );
        expect(await names()).toEqual(wanted.toSorted());
      }),
      { numRuns: 40 },
    );
  });
});
