import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase } from '../../testing/index.ts';
import { openDatabase } from './open-database.ts';

it('a connection whose transaction could not be ended is not lent again', async () => {
  await using db = await createTestDatabase();
  await db.admin.unsafe(`
    create table public.checked_late (id int unique deferrable initially deferred);
    grant insert on public.checked_late to authenticated`);
  const { id: userId } = await db.createUser();
  // Behind a pooler another connection may well lead to the same backend.
  const database = openDatabase({ url: db.direct.app, max: 1 });
  const backend = async () => {
    const [row] = await database.asUser({ userId }, (tx) =>
      tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`),
    );
    return row?.pid;
  };

  const [first, second] = [await backend(), await backend()];
  const refused = await errorCode(() =>
    database.asUser({ userId }, async (tx) => {
      await tx.execute(sql`insert into public.checked_late select 1 from generate_series(1, 2)`);
    }),
  );
  const third = await backend();
  await database.close();

  expect([second, refused]).toEqual([first, '23505']);
  expect(third).not.toBe(first);
});
