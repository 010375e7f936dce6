import { afterAll, beforeAll, expect, it } from 'vitest';
import { freezingProxy } from '../../testing/freezing-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { JobConnections } from './job-connections.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db?.[Symbol.asyncDispose]());

it('gives a connection up that has died without a word, and goes on with another', async () => {
  await using proxy = await freezingProxy(db.direct.service);
  const connections = new JobConnections(proxy.url, { max: 1, patienceMs: 2_000 });
  expect(await connections.executeSql('select 1 as one')).toEqual({ rows: [{ one: 1 }] });
  proxy.freeze();
  const [lost, next] = await Promise.allSettled([
    connections.executeSql('select 2 as two'),
    connections.executeSql('select 3 as three'),
  ]);

  expect(lost.status).toBe('rejected');
  expect(next).toEqual({ status: 'fulfilled', value: { rows: [{ three: 3 }] } });
  await connections.close();
});
