import { createTestDatabase } from '@commons/shared-db/testing';
import { expect, it } from 'vitest';
import { boardofone } from '../app.ts';
import { loadReference } from './seed/load-reference.ts';
import { seed } from './seed.ts';

it('the demonstration has decisions that came to a memo and one that waits, once, however often it is added', async () => {
  await using db = await createTestDatabase([boardofone]);
  await loadReference(db.service);
  const { email, id } = await db.createUser({ email: 'amara@demo.example' });
  const context = { database: db.database, service: db.service, demoUsers: new Map([[email, id]]) };
  await seed(context);
  const read = () => db.admin`
    select status, waits_for, (select count(*)::int from boardofone.memos where session_id = sessions.id) as memos
    from boardofone.sessions order by id`;
  const before = await read();
  await seed(context);

  expect(before.map(({ status, waits_for, memos }) => [status, waits_for, memos])).toEqual([
    ['completed', null, 1],
    ['completed', null, 1],
    ['active', 'approval', 0],
  ]);
  expect(await read()).toEqual(before);
});
