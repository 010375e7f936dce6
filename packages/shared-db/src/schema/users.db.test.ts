import { afterAll, beforeAll, expect, it } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());

it('an address is one person’s, however it is written', async () => {
  await db.createUser({ email: 'anna@example.org' });

  expect(await errorCode(() => db.createUser({ email: 'Anna@Example.org' }))).toBe('23505');
});
