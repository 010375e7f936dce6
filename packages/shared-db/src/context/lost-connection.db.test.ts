import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { users } from '../schema/users.ts';
import type { Tx } from './run-in-transaction.ts';

describe('a connection that is lost', () => {
  let db: TestDatabase;
  let alice: string;
  let bob: string;

  beforeEach(async () => {
    // One connection, so that whoever comes next is given the place of the one that was lost.
    db = await createTestDatabase([], { max: 1 });
    alice = (await db.createUser()).id;
    bob = (await db.createUser()).id;
  });
  afterEach(() => db[Symbol.asyncDispose]());

  const myPid = async (tx: Tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    return row?.pid ?? 0;
  };
  const kill = (pid: number) => db.admin`select pg_terminate_backend(${pid}, 5000)`;
  const whoAmI = (tx: Tx) => tx.select({ id: users.id }).from(users);

  it('fails the caller whose query was running, and serves the next one', async () => {
    const code = await errorCode(() =>
      db.database.asUser({ userId: alice }, async (tx) => {
        const pid = await myPid(tx);
        const sleeping = errorCode(() => tx.execute(sql`select pg_sleep(60)`));
        await kill(pid);
        await sleeping;
        return whoAmI(tx);
      }),
    );
    expect(code).toMatch(/CONNECTION_CLOSED|57P01|ECONNRESET|EPIPE/);
    expect(await db.database.asUser({ userId: bob }, whoAmI)).toEqual([{ id: bob }]);
  });

  it('keeps a callback that goes on afterwards out of the next person’s transaction', async () => {
    const lost = Promise.withResolvers<void>();
    const bobIsIn = Promise.withResolvers<void>();
    const aliceIsDone = Promise.withResolvers<string | undefined>();

    const alices = errorCode(() =>
      db.database.asUser({ userId: alice }, async (tx) => {
        await kill(await myPid(tx));
        lost.resolve();
        await bobIsIn.promise;
        // Alice's callback does not know that its transaction is gone.
        aliceIsDone.resolve(await errorCode(() => tx.update(users).set({ fullName: 'written by Alice' })));
      }),
    );
    await lost.promise;
    expect(await alices).toBe('CONNECTION_CLOSED');

    await db.database.asUser({ userId: bob }, async (tx) => {
      await tx.update(users).set({ fullName: 'Bob' });
      bobIsIn.resolve();
      expect(await aliceIsDone.promise).toBe('ClosedContextError');
      // What the driver does to end Alice's transaction must not end Bob's.
      expect(await whoAmI(tx)).toEqual([{ id: bob }]);
    });
    const names = await db.admin`select id, full_name as name from users order by full_name`;
    expect(names).toEqual([
      { id: bob, name: 'Bob' },
      { id: alice, name: 'Test Person' },
    ]);
  });

  it('serves those who were waiting for it', async () => {
    const alices = errorCode(() =>
      db.database.asUser({ userId: alice }, async (tx) => {
        await kill(await myPid(tx));
        return whoAmI(tx);
      }),
    );
    const waiting = Array.from({ length: 50 }, () => db.database.asUser({ userId: bob }, whoAmI));
    expect(await alices).toBeDefined();
    for (const rows of await Promise.all(waiting)) expect(rows).toEqual([{ id: bob }]);
  });

  it('is replaced when it was idle', async () => {
    await kill(await db.database.asUser({ userId: alice }, myPid));
    // The next caller may still be given the dead connection, and then learns so.
    await errorCode(() => db.database.asUser({ userId: alice }, whoAmI));
    expect(await db.database.asUser({ userId: bob }, whoAmI)).toEqual([{ id: bob }]);
  });
});
