import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { errorCode } from '../../testing/error-code.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts';
import { openNotifications } from '../listen/open-notifications.ts';
import { lockService, unlockService } from '../lock/lock-service.ts';
import { deadLetters, declareQueues } from './declare-queues.ts';
import { JobConnections } from './job-connections.ts';
import type { HeldJob, JobOutcome, QueueSettings } from './job-queue.ts';
import { openJobQueue } from './open-job-queue.ts';
import { isReadOnlyError } from './pause-while-read-only.ts';

const settings = (name: string, more: Partial<QueueSettings> = {}): QueueSettings => ({
  name,
  retryLimit: 3,
  retryDelaySeconds: 0,
  timeoutSeconds: 60,
  waitsAtMostSeconds: 3_600,
  keptSeconds: 3_600,
  hasDeadLetters: true,
  ...more,
});

describe('the job queue', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db?.[Symbol.asyncDispose]());

  const enqueue = (userId: string, queue: string, payload: unknown = { a: 1 }, key: string | null = null) =>
    db.database.asUser({ userId }, async (tx) => {
      const [row] = await tx.execute<{ id: string }>(
        sql`select app.enqueue(${queue}, ${JSON.stringify(payload)}::jsonb, ${key}, 0) as id`,
      );
      return row?.id ?? '';
    });
  const jobs = (queue: string) =>
    db.admin<{ id: string; state: string; data: unknown; retry_count: number; source_name: string | null }[]>`
      select id, state, data, retry_count, source_name from pgboss.job where name = ${queue}`;

  async function work(
    queue: QueueSettings,
    run: (job: HeldJob) => Promise<JobOutcome>,
    concurrency = 1,
    perPerson?: number,
  ) {
    await declareQueues(db.service, [queue]);
    const notifications = openNotifications({ url: db.direct.service });
    const errors: unknown[] = [];
    const changes: boolean[] = [];
    const opened = await openJobQueue({
      url: db.logins.service,
      notifications,
      onError: (error) => errors.push(error),
      onReadOnly: (isReadOnly) => changes.push(isReadOnly),
    });
    onTestFinished(async () => {
      await opened.stop(5_000);
      await notifications.close();
    });
    await opened.work(queue, concurrency, run, perPerson);
    return { queue: opened, errors, changes };
  }

  it('stands on tables of the version that is installed, without drift', async () => {
    const connections = new JobConnections(db.adminUrl);
    const boss = new PgBoss({
      db: {
        executeSql: (text, values) => connections.executeSql(text, values) as Promise<{ rows: object[] }>,
      },
      schema: 'pgboss',
    });
    const report = await boss.detectSchemaDrift();
    await connections.close();

    expect({ ...report, extraIndexes: [] }).toMatchObject({ ok: true, missing: [], mismatched: [] });
    expect(report.extraIndexes).toEqual([{ name: 'job_common_waiting_of_person_idx', table: 'job_common' }]);
  });

  it('is out of reach for every role but the worker’s', async () => {
    const reached = await db.admin`
      select grantee::regrole::text as role, relname from pg_class cross join aclexplode(relacl)
      where relnamespace = 'pgboss'::regnamespace and grantee not in ('commons_owner'::regrole, 'commons_service'::regrole)
      union all
      select case grantee when 0 then 'PUBLIC' else grantee::regrole::text end, proname
      from pg_proc cross join aclexplode(coalesce(proacl, acldefault('f', proowner)))
      where pronamespace = 'pgboss'::regnamespace and grantee not in ('commons_owner'::regrole, 'commons_service'::regrole)`;
    const { id: userId } = await db.createUser();

    expect(reached).toEqual([]);
    for (const query of [
      sql`select * from pgboss.job`,
      sql`select pgboss.create_queue('user.mine', '{}')`,
      sql`select app.add_job('user.mine', '{}', null, null, 0)`,
      sql`select app.enqueue_as_service('user.mine', '{}', null, null, 0)`,
    ]) {
      expect(await errorCode(() => db.database.asUser({ userId }, (tx) => tx.execute(query)))).toBe('42501');
    }
  });

  it('takes a job the moment it is committed, and keeps nothing of it once it is done', async () => {
    const done = Promise.withResolvers<unknown>();
    const { id: userId } = await db.createUser();
    await work(settings('user.t.plain'), async ({ data }) => {
      done.resolve(data);
      return 'done';
    });
    await enqueue(userId, 'user.t.plain', { note: 'n1' });

    expect(await done.promise).toEqual({ userId, payload: { note: 'n1' } });
    await expect
      .poll(() => jobs('user.t.plain'), { timeout: 10_000 })
      .toMatchObject([{ state: 'completed', data: null }]);
  });

  it('commits a job with the row that it belongs to, or not at all', async () => {
    const { id: userId } = await db.createUser();
    await declareQueues(db.service, [settings('user.t.atomic')]);
    await expect(
      db.database.asUser({ userId }, async (tx) => {
        await tx.execute(sql`select app.enqueue('user.t.atomic', '{}', null, 0)`);
        throw new Error('the row is refused');
      }),
    ).rejects.toThrow('the row is refused');

    expect(await jobs('user.t.atomic')).toEqual([]);
  });

  it('takes the same job once, by its key, and keeps people’s keys apart', async () => {
    const [anna, ben] = [await db.createUser(), await db.createUser()];
    await declareQueues(db.service, [settings('user.t.keyed')]);
    const first = await enqueue(anna.id, 'user.t.keyed', {}, 'monday');

    expect(await enqueue(anna.id, 'user.t.keyed', {}, 'monday')).toBe(first);
    expect(await enqueue(ben.id, 'user.t.keyed', {}, 'monday')).not.toBe(first);
    expect(await jobs('user.t.keyed')).toHaveLength(2);
  });

  it('refuses queues that are not for people, what is too large, and too much', async () => {
    const { id: userId } = await db.createUser();
    await declareQueues(db.service, [settings('user.t.bounded'), settings('service.t.mail')]);
    const code = (queue: string, payload?: unknown) => errorCode(() => enqueue(userId, queue, payload));

    expect(await code('service.t.mail')).toBe('42501');
    expect(await code(deadLetters)).toBe('42501');
    expect(await code('user.t.unknown')).toBe('42501');
    expect(await code('user.t.bounded', { text: 'x'.repeat(17_000) })).toBe('54000');
    for (let count = 0; count < 100; count += 1) await enqueue(userId, 'user.t.bounded');
    expect(await code('user.t.bounded')).toBe('53400');
    expect(await jobs('user.t.bounded')).toHaveLength(100);
    expect(
      await errorCode(() =>
        db.database.asAnon((tx) => tx.execute(sql`select app.enqueue('user.t.bounded', '{}', null, 0)`)),
      ),
    ).toBe('42501');
  });

  it('tries a failed job again, and then puts it to the dead letters', async () => {
    const { id: userId } = await db.createUser();
    let attempts = 0;
    await work(settings('user.t.failing', { retryLimit: 2 }), async () => {
      attempts += 1;
      throw new Error('no');
    });
    await enqueue(userId, 'user.t.failing');
    await expect
      .poll(() => jobs(deadLetters), { timeout: 20_000 })
      .toMatchObject([{ source_name: 'user.t.failing', data: { userId, payload: { a: 1 } } }]);

    expect(attempts).toBe(3);
  });

  it('goes from one job to the next without a pause, also when all were added at once', async () => {
    const { id: userId } = await db.createUser();
    const queue = settings('user.t.rush');
    let done = 0;
    await work(queue, async () => {
      done += 1;
      return 'done';
    });
    await db.database.asUser({ userId }, (tx) =>
      tx.execute(sql`select app.enqueue(${queue.name}, '{}', no::text, 0) from generate_series(1, 60) as no`),
    );

    // With a pause of two seconds after each it would be two minutes.
    await expect.poll(() => done, { timeout: 30_000 }).toBe(60);
  }, 60_000);

  it.each([
    [2, undefined, 1],
    [4, 2, 2],
  ])('keeps a place free: of %i, %s for one person', async (concurrency, perPerson, most) => {
    const [anna, ben] = [await db.createUser(), await db.createUser()];
    const queue = settings(`user.t.crowd-${concurrency}`);
    const gate = Promise.withResolvers<void>();
    const running: string[] = [];
    const bens = Promise.withResolvers<string[]>();
    const ofWhom = ({ data }: HeldJob) => (data as { userId: string }).userId;
    await declareQueues(db.service, [queue]);
    for (let count = 0; count < 6; count += 1) await enqueue(anna.id, queue.name);
    await work(
      queue,
      async (job) => {
        running.push(ofWhom(job));
        if (ofWhom(job) === ben.id) bens.resolve([...running]);
        else await gate.promise;
        return 'done';
      },
      concurrency,
      perPerson,
    );
    await expect.poll(() => running, { timeout: 10_000 }).toHaveLength(most);
    await enqueue(ben.id, queue.name);

    expect(await bens.promise).toEqual([...Array(most).fill(anna.id), ben.id]);
    gate.resolve();
    await expect.poll(() => running, { timeout: 20_000 }).toHaveLength(7);
  });

  it('gives a job back that does not finish while the process stops, and another one does it', async () => {
    const { id: userId } = await db.createUser();
    const queue = settings('user.t.handed-over');
    const taken = Promise.withResolvers<AbortSignal>();
    const first = await work(queue, async ({ signal }) => {
      taken.resolve(signal);
      return await new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason)),
      );
    });
    const id = await enqueue(userId, 'user.t.handed-over');
    await taken.promise;
    await first.queue.stop(10);
    const again = Promise.withResolvers<HeldJob>();
    await work(queue, async (job) => {
      again.resolve(job);
      return 'done';
    });

    expect(await again.promise).toMatchObject({ id, attempt: 2 });
    expect(first.errors).toEqual([]);
  });

  it('lets a job finish that is nearly done while the process stops', async () => {
    const { id: userId } = await db.createUser();
    const taken = Promise.withResolvers<void>();
    const nearly = Promise.withResolvers<void>();
    const { queue } = await work(settings('user.t.nearly-done'), async ({ signal }) => {
      taken.resolve();
      await nearly.promise;
      signal.throwIfAborted();
      return 'done';
    });
    await enqueue(userId, 'user.t.nearly-done');
    await taken.promise;
    const stopped = queue.stop(60_000);
    nearly.resolve();
    await stopped;

    expect(await jobs('user.t.nearly-done')).toMatchObject([{ state: 'completed' }]);
  });

  it('takes over the job of a process that has fallen silent', async () => {
    const { id: userId } = await db.createUser();
    const queue = settings('user.t.silent');
    await declareQueues(db.service, [queue]);
    const id = await enqueue(userId, 'user.t.silent');
    // As a killed worker leaves it behind, a minute later.
    await db.admin`
      update pgboss.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'
      where id = ${id}`;
    const again = Promise.withResolvers<HeldJob>();
    await work(queue, async (job) => {
      again.resolve(job);
      return 'done';
    });

    expect(await again.promise).toMatchObject({ id, attempt: 2 });
  });

  it('hands the job of a process that has fallen silent in its last attempt to whoever is to end it', async () => {
    const { id: userId } = await db.createUser();
    const queue = settings('user.t.last', { retryLimit: 0, givenUpTo: 'user.t.last-given-up' });
    const heir = settings('user.t.last-given-up');
    await declareQueues(db.service, [heir, queue]);
    const id = await enqueue(userId, queue.name);
    await db.admin`
      update pgboss.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'
      where id = ${id}`;
    const ended = Promise.withResolvers<unknown>();
    const { queue: opened } = await work(queue, async () => 'done');
    await opened.work(heir, 1, async ({ data }) => {
      ended.resolve(data);
      return 'done';
    });

    expect(await ended.promise).toEqual({ userId, payload: { a: 1 } });
  });

  it('goes on after its connections were killed', async () => {
    const { id: userId } = await db.createUser();
    const done = Promise.withResolvers<void>();
    await work(settings('user.t.killed'), async () => {
      done.resolve();
      return 'done';
    });
    await db.admin`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and application_name in ('commons: jobs', 'commons: listen')`;
    await enqueue(userId, 'user.t.killed');

    await done.promise;
  });

  it('begins while the service is locked, and keeps its appointments afterwards', async () => {
    const queue = settings('service.t.nightly', { schedule: { cron: '17 3 * * *', timeZone: 'UTC' } });
    await declareQueues(db.service, [queue]);
    await lockService(db.adminUrl, 'moving house');
    // The pool notices a moment later that its connections are gone.
    await expect.poll(() => errorCode(() => declareQueues(db.service, [queue]))).toBeUndefined();
    const appointments = () => db.admin`select cron from pgboss.schedule where name = ${queue.name}`;
    const { errors, changes } = await work(queue, async () => 'done');
    expect([await appointments(), changes]).toEqual([[], [true]]);
    await unlockService(db.adminUrl);

    await expect.poll(appointments, { timeout: 20_000 }).toEqual([{ cron: '17 3 * * *' }]);
    expect(errors.filter(isReadOnlyError)).toEqual([]);
  });

  it('makes up once for what came due while no process ran', async () => {
    // Three hours ago, and not again before tomorrow.
    const due = new Date(Date.now() - 3 * 3_600_000);
    const cron = `${due.getUTCMinutes()} ${due.getUTCHours()} * * *`;
    const queue = settings('service.t.missed', { schedule: { cron, timeZone: 'UTC' } });
    const before = await work(queue, async () => 'done');
    await before.queue.stop(5_000);
    expect(await jobs(queue.name)).toEqual([]);
    // As a machine leaves it that was off since last night.
    await db.admin`update pgboss.schedule set created_on = now() - interval '3 days' where name = ${queue.name}`;
    await db.admin`update pgboss.version set cron_on = now() - interval '2 days'`;
    const done = Promise.withResolvers<void>();
    await work(queue, async () => {
      done.resolve();
      return 'done';
    });
    await done.promise;

    expect(await jobs(queue.name)).toHaveLength(1);
  });

  it('waits while the service is locked without a word for each look, and goes on afterwards', async () => {
    const { id: userId } = await db.createUser();
    const done = Promise.withResolvers<void>();
    const { errors, changes } = await work(settings('user.t.locked'), async () => {
      done.resolve();
      return 'done';
    });
    await lockService(db.adminUrl, 'moving house');
    await expect.poll(() => changes, { timeout: 20_000 }).toEqual([true]);
    await unlockService(db.adminUrl);
    await expect.poll(() => changes, { timeout: 20_000 }).toEqual([true, false]);
    await expect.poll(() => errorCode(() => enqueue(userId, 'user.t.locked'))).toBeUndefined();

    await done.promise;
    expect(errors.filter(isReadOnlyError)).toEqual([]);
  });
});
