import { it } from 'vitest';
import { createTestDatabase, expectCleanCatalogue } from '../testing/index.ts';

it('keeps every rule of the catalogue in the shared schemas', async () => {
  await using db = await createTestDatabase();
  await expectCleanCatalogue(db.admin, ['app', 'identity', 'public']);
});
