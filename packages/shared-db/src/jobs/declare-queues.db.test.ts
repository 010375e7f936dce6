import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { lockService, unlockService } from '../lock/lock-service.ts';
import { deadLetters, declareQueues } from './declare-queues.ts';
import type { QueueSettings } from './job-queue.ts';

const settings: QueueSettings = {
  name: 'user.t.declared',
  retryLimit: 3,
  retryDelaySeconds: 1,
  timeoutSeconds: 60,
  waitsAtMostSeconds: 3_600,
  keptSeconds: 3_600,
  hasDeadLetters: true,
};

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await declareQueues(db.service, [settings]);
});
afterAll(() => db?.[Symbol.asyncDispose]());

const read = async () => (await db.admin`select * from pgboss.queue where name = ${settings.name}`)[0];

it.each([
  ['retry_limit', '9'],
  ['retry_delay', '9'],
  ['retry_backoff', 'false'],
  ['retry_delay_max', '9'],
  ['expire_seconds', '9'],
  ['retention_seconds', '9'],
  ['deletion_seconds', '9'],
  ['heartbeat_seconds', '9'],
  ['notify', 'false'],
  ['dead_letter', 'null'],
])('sets %s again where it is another', async (column, other) => {
  const before = await read();
  await db.admin.unsafe(`update pgboss.queue set ${column} = ${other} where name = '${settings.name}'`);
  expect((await read())?.[column]).not.toBe(before?.[column]);
  await declareQueues(db.service, [settings]);

  expect({ ...(await read()), updated_on: null }).toEqual({ ...before, updated_on: null });
});

it('takes the dead letters away from a queue that has none any more', async () => {
  expect(await read()).toMatchObject({ dead_letter: deadLetters });
  await declareQueues(db.service, [{ ...settings, hasDeadLetters: false }]);
  expect(await read()).toMatchObject({ dead_letter: null });
  await declareQueues(db.service, [settings]);
});

it('hands over to a queue of its own where it names one, whichever is declared first', async () => {
  const [own, heir] = [
    { ...settings, name: 'user.t.own', givenUpTo: 'user.t.heir' },
    { ...settings, name: 'user.t.heir' },
  ];
  await declareQueues(db.service, [own, heir]);
  const rows =
    await db.admin`select name, dead_letter as heir from pgboss.queue where name in (${own.name}, ${heir.name}) order by name`;

  expect(rows).toEqual([
    { name: heir.name, heir: deadLetters },
    { name: own.name, heir: heir.name },
  ]);
});

it('writes nothing where all is as it should be, so that a locked service starts', async () => {
  await lockService(db.adminUrl, '');
  try {
    await expect
      .poll(
        () =>
          db.service
            .asService('test', (tx) => tx.execute('select 1'))
            .then(
              () => true,
              () => false,
            ),
        {
          timeout: 30_000,
        },
      )
      .toBe(true);
    await declareQueues(db.service, [settings]);
  } finally {
    await unlockService(db.adminUrl);
  }
});
