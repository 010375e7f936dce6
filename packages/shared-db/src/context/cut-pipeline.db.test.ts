import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CuttingProxy, openCuttingProxy } from '../../testing/cutting-proxy.ts';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { notesFixture } from '../../testing/notes-fixture.ts';
import { users } from '../schema/users.ts';
import { type Database, openDatabase } from './open-database.ts';
import type { Tx } from './run-in-transaction.ts';

const lossCode = /^(CONNECTION_CLOSED|CONNECTION_DESTROYED|ECONNRESET|EPIPE|57P01)$/;
/** Every how many bytes the line is cut: no whole number of messages, so that cuts fall between them and into them. */
const step = 13;

describe('a connection that is lost somewhere in the pipeline', () => {
  let db: TestDatabase;
  let proxy: CuttingProxy;
  let alice: string;
  let bob: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    await db.admin.unsafe(notesFixture);
    alice = (await db.createUser()).id;
    bob = (await db.createUser()).id;
    proxy = await openCuttingProxy(db.adminUrl);
  });
  afterAll(async () => {
    await proxy[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  });

  const add = (tx: Tx, name: string) =>
    tx.execute(sql`insert into notes.folders (user_id, name) values (${alice}, ${name})`);
  const whoAmI = (tx: Tx) => tx.select({ id: users.id }).from(users);
  const isStored = async (name: string) =>
    (await db.admin`select from notes.folders where name = ${name}`).length === 1;
  const open = () => openDatabase({ url: proxy.through(db.logins.app), max: 1, applicationName: 'cut' });
  /** Adds once whole, so that everything is prepared, and answers how many bytes the next time takes. */
  async function warmUp(database: Database, work: (tx: Tx, name: string) => PromiseLike<unknown>) {
    proxy.reset();
    for (let time = 0; time < 3; time += 1)
      await database.asUser({ userId: alice }, (tx) => work(tx, 'warm'));
    proxy.reset();
    await database.asUser({ userId: alice }, (tx) => work(tx, 'warm'));
    return proxy.passed;
  }

  const oneQuery = (tx: Tx, name: string): PromiseLike<unknown> => add(tx, name);
  const severalSteps = async (tx: Tx, name: string): Promise<unknown> => {
    await add(tx, name);
    return await whoAmI(tx);
  };

  it.each([
    ['of one query', oneQuery, 'sent'],
    ['of one query', oneQuery, 'answered'],
    ['of several steps', severalSteps, 'sent'],
    ['of several steps', severalSteps, 'answered'],
  ] as const)(
    '$0, bytes $2: stores what it acknowledges, and serves the next',
    async (_, work, direction) => {
      const measured = open();
      const whole = (await warmUp(measured, work))[direction];
      await measured.close();
      expect(whole).toBeGreaterThan(5 * step);

      for (let limit = 1; limit < whole; limit += step) {
        const name = `${_} ${direction} ${limit}`;
        const database = open();
        await warmUp(database, work);
        proxy.reset({ [direction]: limit });
        const code = await errorCode(() => database.asUser({ userId: alice }, (tx) => work(tx, name)));
        proxy.reset();
        expect(code).toMatch(lossCode);
        // Not everything was sent, so there was no commit; of answers the commit's own may be the one that was lost.
        if (direction === 'sent') expect(await isStored(name)).toBe(false);
        expect(await database.asUser({ userId: bob }, whoAmI)).toEqual([{ id: bob }]);
        await database.close();
      }
    },
    60_000,
  );

  it('leaves no transaction open behind it', async () => {
    await expect
      .poll(
        () =>
          db.admin`select state from pg_stat_activity where application_name = 'cut' and datname = current_database()`,
      )
      .toEqual([]);
  });
});
