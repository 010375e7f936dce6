import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase } from '../../testing/index.ts';

it('a person adds jobs for nobody but themselves', async () => {
  await using db = await createTestDatabase();
  const [anna, ben] = [await db.createUser(), await db.createUser()];
  const attempts = [
    sql`select app.enqueue_as_service('user.any', '{}'::jsonb, ${ben.id}::uuid, null, 0)`,
    sql`select app.add_job('user.any', '{}'::jsonb, ${ben.id}::uuid, null, 0)`,
    sql`select from pgboss.job`,
  ];
  for (const attempt of attempts) {
    expect(await errorCode(() => db.database.asUser({ userId: anna.id }, (tx) => tx.execute(attempt)))).toBe(
      '42501',
    );
  }
  // A queue that does not exist is refused by the same code.
  const rights = await db.admin`
    select name from (values
      ('app.enqueue_as_service(text, jsonb, uuid, text, integer)'), ('app.add_job(text, jsonb, uuid, text, integer)')
    ) as function (name) where has_function_privilege('authenticated', name, 'execute')`;
  expect(rights).toEqual([]);
});
