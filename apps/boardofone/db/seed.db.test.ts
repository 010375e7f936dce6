import { createTestDatabase } from '@commons/shared-db/testing';
import { expect, it } from 'vitest';
import { boardofone } from '../app.ts';
import { seed } from './seed.ts';

it('the demonstration data is there once, however often it is added', async () => {
  await using db = await createTestDatabase([boardofone]);
  const { email, id } = await db.createUser({ email: 'amara@demo.example' });
  const context = { database: db.database, service: db.service, demoUsers: new Map([[email, id]]) };
  await seed(context);
  const before = await db.admin`select id from boardofone.notes`;
  await seed(context);

  expect(before).not.toHaveLength(0);
  expect(await db.admin`select id from boardofone.notes`).toHaveLength(before.length);
});
