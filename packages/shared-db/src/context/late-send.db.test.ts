import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { ClosedContextError } from './context-errors.ts';
import type { Tx } from './run-in-transaction.ts';

let db: TestDatabase;
beforeAll(async () => {
  // One connection, so that what Alice built would be sent into Bob's transaction.
  db = await createTestDatabase([], { max: 1 });
});
afterAll(() => db[Symbol.asyncDispose]());

/** What Drizzle sends through; it builds and sends in one go today, a version of it to come may not. */
const clientOf = (tx: Tx) =>
  (tx as unknown as { session: { client: { unsafe(text: string): PromiseLike<unknown> } } }).session.client;

it('a query that the driver holds is not sent once its context has ended', async () => {
  const [alice, bob] = [await db.createUser(), await db.createUser({ fullName: 'Bob' })];
  const { query } = await db.database.asUser({ userId: alice.id }, async (tx) => ({
    query: clientOf(tx).unsafe("update users set full_name = 'stolen'"),
  }));
  const refused = await db.database.asUser({ userId: bob.id }, async () => {
    try {
      return await query;
    } catch (error) {
      return error;
    }
  });

  expect(refused).toBeInstanceOf(ClosedContextError);
  expect(await db.admin`select full_name from users where id = ${bob.id}`).toEqual([{ full_name: 'Bob' }]);
});
