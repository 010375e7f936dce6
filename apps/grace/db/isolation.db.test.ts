import { createTestDatabase, describeIsolation, expectCleanCatalogue } from '@commons/shared-db/testing';
import { it } from 'vitest';
import { grace } from '../app.ts';
import { isolation } from './isolation.ts';

describeIsolation({ modules: [grace], schemas: ['grace'], expectations: isolation });

it('the schema obeys every rule of the catalogue', async () => {
  await using db = await createTestDatabase([grace]);
  await expectCleanCatalogue(db.admin, ['grace']);
});
