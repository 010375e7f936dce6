import { createTestDatabase, describeIsolation, expectCleanCatalogue } from '@commons/shared-db/testing';
import { it } from 'vitest';
import { chidi } from '../app.ts';
import { isolation } from './isolation.ts';

describeIsolation({ modules: [chidi], schemas: ['chidi'], expectations: isolation });

it('the schema of Chidi obeys every rule of the catalogue', async () => {
  await using db = await createTestDatabase([chidi]);
  await expectCleanCatalogue(db.admin, ['chidi']);
});
