import { audit, auditLog, users } from '@commons/shared-db';
import { deadLetters, sessions } from '@commons/shared-db/service';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { AppError } from '../errors/app-error.ts';
import { cleanUpJob } from './clean-up-job.ts';
import { defineJob, defineServiceJob, type PersonJob } from './define-job.ts';
import { enqueue, enqueueAsService } from './enqueue.ts';
import { siteJobs } from './site-jobs.ts';

const Remark = z.object({ remark: z.string().max(50) });
type Remark = z.output<typeof Remark>;

// What the next job of each kind does; a test says so before it enqueues one.
const run = vi.fn<(job: PersonJob<Remark>) => Promise<void>>();
const remarkJob = defineJob({
  name: 'sample.remark',
  schema: Remark,
  retry: { limit: 2, delaySeconds: 0 },
  run: (job) => run(job),
});
// A job that always fails, and the one that ends what it was to do.
const end = vi.fn<(job: PersonJob<Remark>) => Promise<void>>();
const lostJob = defineJob({
  name: 'sample.lost',
  schema: Remark,
  retry: { limit: 0, delaySeconds: 0 },
  givenUp: defineJob({ name: 'sample.lost-given-up', schema: Remark, run: (job) => end(job) }),
  run: () => Promise.reject(new Error('no')),
});
const app = { ...sampleApp, jobs: [remarkJob, lostJob] };

let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [app] });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const soon = { timeout: 20_000 };
const rowsOf = (id: string) =>
  server.db.admin<{ state: string; data: unknown; output: unknown }[]>`
    select state, data, output from pgboss.job where id = ${id}`;
const enqueueAs = (userId: string, data: Remark, key?: string) =>
  server.db.database.asUser({ userId }, (tx) => enqueue(tx, remarkJob, data, key ? { key } : {}));

describe('a job', () => {
  it('runs as the person who enqueued it, and sees nobody else', async () => {
    const [anna] = [await server.db.createUser(), await server.db.createUser()];
    const seen = Promise.withResolvers<unknown>();
    run.mockImplementation(async ({ asUser, data, user, attempt }) => {
      const people = await asUser((tx) => tx.select({ id: users.id }).from(users));
      seen.resolve({ people, data, user, attempt });
    });
    const id = await enqueueAs(anna.id, { remark: 'hello' });

    expect(await seen.promise).toEqual({
      people: [{ id: anna.id }],
      data: { remark: 'hello' },
      user: { id: anna.id },
      attempt: 1,
    });
    await expect.poll(() => rowsOf(id), soon).toMatchObject([{ state: 'completed', data: null }]);
  });

  it('does a step once although it runs twice, and keeps no step of an attempt that failed', async () => {
    const { id: userId } = await server.db.createUser();
    const attempts: string[] = [];
    run.mockImplementation(async ({ asUser, once, attempt }) => {
      const step = (name: string, fails: boolean) =>
        asUser(async (tx) => {
          if (await once(tx, name)) await audit(tx, { action: name, resourceType: 'remark' });
          if (fails) throw new Error('it breaks after the row was written');
        });
      await step('first', false);
      await step('second', attempt === 1);
      attempts.push('whole');
    });
    const id = await enqueueAs(userId, { remark: 'twice' });
    await expect.poll(() => rowsOf(id), soon).toMatchObject([{ state: 'completed' }]);

    const written = await server.db.database.asUser({ userId }, (tx) =>
      tx.select({ action: auditLog.action }).from(auditLog).orderBy(auditLog.id),
    );
    expect(written).toEqual([{ action: 'first' }, { action: 'second' }]);
    expect(attempts).toEqual(['whole']);
  });

  it('says in log and table that it failed, and nothing of what the error quotes', async () => {
    const { id: userId } = await server.db.createUser();
    run.mockRejectedValue(new Error('planted-secret-1947'));
    const id = await enqueueAs(userId, { remark: 'fails' });
    await expect
      .poll(() => server.db.admin`select source_id from pgboss.job where name = ${deadLetters}`, soon)
      .toContainEqual({ source_id: id });

    expect(server.logText()).toContain('a job failed');
    expect(server.logText()).not.toContain('planted-secret-1947');
    const kept = await server.db.admin`select output, source_output from pgboss.job`;
    expect(JSON.stringify(kept)).not.toContain('planted-secret-1947');
  });

  it('that failed for good is ended by the job that is there for that, as the same person', async () => {
    const { id: userId } = await server.db.createUser();
    const ended = Promise.withResolvers<unknown>();
    end.mockImplementation(async ({ data, user }) => ended.resolve({ data, user }));
    await server.db.database.asUser({ userId }, (tx) => enqueue(tx, lostJob, { remark: 'lost' }));

    expect(await ended.promise).toEqual({ data: { remark: 'lost' }, user: { id: userId } });
  });

  it('that its schema refuses goes to the dead letters at once, and its payload not to the log', async () => {
    const { id: userId } = await server.db.createUser();
    run.mockReset();
    const id = await server.db.database.asUser({ userId }, async (tx) => {
      const payload = JSON.stringify({ remark: { nested: 'planted-secret-1948' } });
      const [row] = await tx.execute<{ id: string }>(
        sql`select app.enqueue(${remarkJob.queue.name}, ${payload}::jsonb, null, 0) as id`,
      );
      return row?.id ?? '';
    });
    await expect
      .poll(
        () =>
          server.db.admin`select source_id, source_retry_count from pgboss.job where name = ${deadLetters}`,
        soon,
      )
      .toContainEqual({ source_id: id, source_retry_count: 0 });

    expect(run).not.toHaveBeenCalled();
    expect(server.logText()).toContain('carries what its schema does not allow');
    expect(server.logText()).not.toContain('planted-secret-1948');
  });

  it('of a person who is gone ends quietly', async () => {
    const { id: userId } = await server.db.createUser();
    run.mockReset();
    const id = await server.db.service.asService('arrange a test', async (tx) => {
      const added = await enqueueAsService(tx, { job: remarkJob, userId }, { remark: 'late' });
      await tx.delete(users).where(eq(users.id, userId));
      return added;
    });
    await expect.poll(() => rowsOf(id), soon).toMatchObject([{ state: 'completed', data: null }]);

    expect(run).not.toHaveBeenCalled();
  });

  it('goes back to the queue when its server stops before it is done', async () => {
    await using other = await startTestServer({ apps: [app], env: { shutdownTimeoutMs: 400 } });
    const { id: userId } = await other.db.createUser();
    const taken = Promise.withResolvers<void>();
    run.mockImplementation(async ({ signal }) => {
      taken.resolve();
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    await other.db.database.asUser({ userId }, (tx) => enqueue(tx, remarkJob, { remark: 'hello' }));
    await taken.promise;
    await other.close();

    expect(await other.db.admin`select state from pgboss.job where name = 'user.sample.remark'`).toEqual([
      { state: 'retry' },
    ]);
  });

  it('is refused to its writer when it says too much or too many of theirs wait', async () => {
    const { id: userId } = await server.db.createUser();
    await expect(enqueueAs(userId, { remark: 'x'.repeat(51) })).rejects.toThrow(z.ZodError);
    await expect(
      server.db.database.asAnon((tx) => enqueue(tx, remarkJob, { remark: 'nobody' })),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('is named after its app, and once', () => {
    const mail = defineServiceJob({ name: 'commons.mail', schema: Remark, run: async () => {} });
    const foreign = { ...remarkJob, name: 'other.remark' };
    expect(() => siteJobs([{ ...sampleApp, jobs: [foreign] }], [mail])).toThrow(
      'Name it sample.<what it does>.',
    );
    expect(() => siteJobs([{ ...sampleApp, jobs: [remarkJob, remarkJob] }], [mail])).toThrow(
      'declared twice',
    );
    expect(siteJobs([app], [mail]).map(({ name }) => name)).toEqual([
      'commons.mail',
      'commons.clean-up',
      'sample.remark',
      'sample.lost-given-up',
      'sample.lost',
    ]);
  });
});

describe('the nightly clean-up', () => {
  it('is scheduled, and removes what has run out and nothing else', async () => {
    expect(await server.db.admin`select name, cron, timezone from pgboss.schedule`).toEqual([
      { name: 'service.commons.clean-up', cron: '17 3 * * *', timezone: 'UTC' },
    ]);
    const anna = await server.signUp();
    await server.db.service.asService('arrange a test', (tx) =>
      tx
        .insert(sessions)
        .values({ userId: anna.userId, token: 'old', expiresAt: new Date(Date.now() - 1_000) }),
    );
    const id = await server.db.service.asService('arrange a test', (tx) =>
      enqueueAsService(tx, cleanUpJob, {}),
    );
    await expect.poll(() => rowsOf(id), soon).toMatchObject([{ state: 'completed' }]);

    const left = await server.db
      .admin`select token = 'old' as old from identity.sessions where user_id = ${anna.userId}`;
    expect(left).toEqual([{ old: false }]);
  });
});

describe('mail', () => {
  it('is sent by a worker, and leaves nothing behind', async () => {
    const anna = await server.signUp();
    await anna.request('/api/auth/request-password-reset', { email: anna.email });
    const mail = await server.mailbox.next(anna.email);
    const link = /reset-password\/\S+/.exec(mail.text)?.[0] ?? '';

    expect(link).not.toBe('');
    await expect
      .poll(
        () =>
          server.db
            .admin`select data from pgboss.job where name = 'service.commons.mail' and state = 'completed'`,
        soon,
      )
      .toEqual([{ data: null }]);
  });

  it('survives a mail server that is down', async () => {
    let isDown = true;
    const sent = Promise.withResolvers<string>();
    const ids = new Set<string | undefined>();
    await using other = await startTestServer({
      apps: [sampleApp],
      async deliver(mail) {
        ids.add(mail.id);
        if (isDown) throw new AppError('UNAVAILABLE', { message: mail.text });
        sent.resolve(mail.text);
      },
    });
    const anna = await other.signUp();
    await anna.request('/api/auth/request-password-reset', { email: anna.email });
    const waiting = () => other.db.admin<{ data: unknown; state: string }[]>`
      select data, state from pgboss.job where name = 'service.commons.mail'`;
    await expect.poll(waiting, soon).toMatchObject([{ state: 'retry' }]);
    const [row] = await waiting();
    expect(JSON.stringify(row)).not.toMatch(/reset-password|example\.org/);
    isDown = false;

    expect(await sent.promise).toMatch(/reset-password/);
    // The same mail in each attempt, for whoever gets two of them.
    expect([...ids]).toEqual([expect.any(String)]);
    expect(other.logText()).not.toMatch(/reset-password\/\w/);
  });
});
