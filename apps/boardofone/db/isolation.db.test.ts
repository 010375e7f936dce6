import { createTestDatabase, describeIsolation, expectCleanCatalogue } from '@commons/shared-db/testing';
import { it } from 'vitest';
import { boardofone } from '../app.ts';
import { isolation } from './isolation.ts';

describeIsolation({ modules: [boardofone], schemas: ['boardofone'], expectations: isolation });

it('the schema obeys every rule of the catalogue', async () => {
  await using db = await createTestDatabase([boardofone]);
  await expectCleanCatalogue(db.admin, ['boardofone']);
});
