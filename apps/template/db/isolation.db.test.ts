import { createTestDatabase, describeIsolation, expectCleanCatalogue } from '@commons/shared-db/testing';
import { it } from 'vitest';
import { template } from '../app.ts';
import { isolation } from './isolation.ts';

describeIsolation({ modules: [template], schemas: ['template'], expectations: isolation });

it('the schema obeys every rule of the catalogue', async () => {
  await using db = await createTestDatabase([template]);
  await expectCleanCatalogue(db.admin, ['template']);
});
