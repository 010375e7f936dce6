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
});
