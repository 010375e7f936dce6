import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { users } from '../schema/users.ts';
import { ClosedContextError, ForeignContextError, NestedContextError } from './context-errors.ts';
import type { Tx } from './run-in-transaction.ts';

describe('a database handle', () => {
  let db: TestDatabase;
  let alice: { id: string };
  let bob: { id: string };

  beforeAll(async () => {
    // One connection, so that whatever Alice's handle still reached would be Bob's transaction.
    db = await createTestDatabase([], { max: 1 });
    alice = await db.createUser();
    bob = await db.createUser();
  });

  afterAll(() => db[Symbol.asyncDispose]());

  const keep = () => db.database.asUser({ userId: alice.id }, async (tx) => tx);
  const rename = (tx: Tx) => tx.update(users).set({ fullName: 'stolen' });

  const lateUses: [string, (tx: Tx) => PromiseLike<unknown>][] = [
    ['a raw query', (tx) => tx.execute(sql`select 1`)],
    ['a select', (tx) => tx.select({ id: users.id }).from(users)],
    ['an update', rename],
    ['an insert', (tx) => tx.insert(users).values({ email: 'late@example.org' })],
    ['a delete', (tx) => tx.delete(users)],
    ['a nested transaction', (tx) => tx.transaction((inner) => inner.execute(sql`select 1`))],
    ['a count', (tx) => tx.$count(users)],
  ];

  it.each(lateUses)(
    'refuses %s after its context has ended, inside the next person’s too',
    async (_name, use) => {
      const stale = await keep();
      await expect(caught(() => use(stale))).resolves.toBeInstanceOf(ClosedContextError);
      const inBobs = await db.database.asUser({ userId: bob.id }, async () => caught(() => use(stale)));
      expect(inBobs).toBeInstanceOf(ClosedContextError);
    },
  );

  it('refuses a query that was built in time and awaited too late', async () => {
    const built = await db.database.asUser({ userId: alice.id }, async (tx) => ({ query: rename(tx) }));
    await db.database.asUser({ userId: bob.id }, async () => {
      expect(await caught(() => built.query)).toBeInstanceOf(ClosedContextError);
    });
  });

  it('refuses a prepared query that is executed too late', async () => {
    const prepared = await db.database.asUser({ userId: alice.id }, async (tx) =>
      tx.select({ id: users.id }).from(users).prepare('late'),
    );
    expect(await caught(() => prepared.execute())).toBeInstanceOf(ClosedContextError);
  });

  it('refuses a generator that goes on reading after its context has ended', async () => {
    const rows = await db.database.asUser({ userId: alice.id }, async (tx) =>
      (async function* () {
        yield await tx.select({ id: users.id }).from(users);
      })(),
    );
    expect(await caught(() => rows.next())).toBeInstanceOf(ClosedContextError);
  });

  it('refuses a promise that was left running', async () => {
    let left: Promise<unknown> = Promise.resolve();
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await db.database.asUser({ userId: alice.id }, async (tx) => {
      left = caught(async () => {
        await gate;
        await rename(tx);
      });
    });
    letGo();
    expect(await left).toBeInstanceOf(ClosedContextError);
  });

  it('refuses the handle of one context inside another that runs at the same time', async () => {
    await using two = await createTestDatabase([], { max: 2 });
    const [first, second] = [await two.createUser(), await two.createUser()];
    const theirs = Promise.withResolvers<{ tx: Tx }>();
    const done = Promise.withResolvers<void>();
    const [, error] = await Promise.all([
      two.database.asUser({ userId: first.id }, async (tx) => {
        theirs.resolve({ tx });
        await done.promise;
      }),
      two.database.asUser({ userId: second.id }, async () => {
        const { tx } = await theirs.promise;
        return caught(() => rename(tx)).finally(done.resolve);
      }),
    ]);
    expect(error).toBeInstanceOf(ForeignContextError);
  });

  it('refuses a second context inside an open one, whoever it is for', async () => {
    for (const userId of [alice.id, bob.id]) {
      const error = await db.database.asUser({ userId: alice.id }, () =>
        caught(() => db.database.asUser({ userId }, async () => {})),
      );
      expect(error).toBeInstanceOf(NestedContextError);
    }
    const error = await db.database.asUser({ userId: alice.id }, () =>
      caught(() => db.service.asService('escape', async () => {})),
    );
    expect(error).toBeInstanceOf(NestedContextError);
  });

  it('left every row as it was', async () => {
    expect(await db.admin`select full_name from users where full_name = 'stolen'`).toEqual([]);
    expect(await db.admin`select count(*)::int as people from users`).toEqual([{ people: 2 }]);
  });
});

async function caught(use: () => PromiseLike<unknown> | unknown): Promise<unknown> {
  try {
    await use();
    return undefined;
  } catch (error) {
    return error instanceof Error && error.cause ? error.cause : error;
  }
}
