import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { plantedSecret, sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { defineApp, defineJob, enqueue, type PersonJob } from '../index.ts';
import { createMetrics } from './create-metrics.ts';

const measured = defineApp({
  ...sampleApp,
  measures: { running: () => 7, broken: () => Promise.reject(new Error(plantedSecret)) },
});

let db: TestDatabase;
let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  db = await createTestDatabase();
  server = await startTestServer({ apps: [measured], db, lostTransactions: () => 3 });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await db?.[Symbol.asyncDispose]();
});

const metricsOf = async (headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.localUrl}/metrics`, { headers });
  return { status: response.status, text: await response.text() };
};

describe('/metrics', () => {
  it('counts requests by route and status, and calls by procedure and outcome', async () => {
    const anna = await server.signUp();
    await Promise.all([anna.client.people.me.query(), anna.client.people.me.query()]);
    await server.visitor.client.failures.byCode.query({ code: 'CONFLICT' }).catch(() => undefined);
    const { text } = await metricsOf();

    expect(text).toMatch(
      /commons_http_request_seconds_count\{method="GET",route="\/sample\/trpc\/failures.byCode",status="409"\} 1/,
    );
    expect(text).toMatch(
      /commons_http_request_seconds_count\{method="GET",route="\/sample\/trpc\/\{batch\}",status="200"\} 1/,
    );
    expect(text).toMatch(
      /commons_procedure_seconds_count\{app="sample",procedure="people.me",outcome="OK"\} 2/,
    );
    expect(text).toMatch(
      /commons_procedure_seconds_count\{app="sample",procedure="failures.byCode",outcome="CONFLICT"\} 1/,
    );
  });

  it('tells of pools, streams, lost transactions, memory, and what apps measure', async () => {
    const anna = await server.signUp();
    const opened = Promise.withResolvers<void>();
    const stream = anna.client.live.count.subscribe({}, { onData: () => opened.resolve() });
    await opened.promise;
    const { text } = await metricsOf();
    stream.unsubscribe();

    expect(text).toContain('commons_open_streams 1');
    expect(text).toContain('commons_pool_size{pool="app"} 4');
    expect(text).toMatch(/commons_pool_in_use\{pool="service"\} \d/);
    expect(text).toContain('commons_lost_transactions 3');
    expect(text).toContain('commons_app{app="sample",name="running"} 7');
    expect(text).not.toContain('name="broken"');
    expect(text).toMatch(/process_memory_bytes\{kind="resident"\} \d{7,}/);
    expect(text).toMatch(/nodejs_eventloop_lag_seconds\{quantile="0.99"\} \d/);
    await expect.poll(async () => (await metricsOf()).text).toContain('commons_open_streams 0');
  });

  it('has nothing of what people send, wherever they put it', async () => {
    const anna = await server.signUp({ email: `${plantedSecret}@example.org`, name: plantedSecret });
    const paths = [
      `/sample/trpc/${plantedSecret}`,
      `/sample/trpc/people.me,${plantedSecret}?batch=1`,
      `/sample/trpc/failures.input?input=${plantedSecret}`,
      `/${plantedSecret}/trpc/people.me`,
      `/api/auth/reset-password/${plantedSecret}`,
      `/api/auth/callback/${plantedSecret}`,
      `/api/${plantedSecret}`,
      `/${plantedSecret}?q=${plantedSecret}`,
    ];
    for (const path of paths) await (await anna.request(path)).body?.cancel();
    await fetch(`${server.localUrl}/sample/`, { method: 'SEARCH', headers: { 'user-agent': plantedSecret } });
    const { text } = await metricsOf();

    expect(text).toContain('route="/sample/trpc/{unknown}"');
    expect(text).not.toContain(plantedSecret);
    expect(text).not.toContain(anna.userId);
    expect(text).not.toContain('127.0.0.1');
  });
});

describe('/metrics of jobs', () => {
  const run = vi.fn<(job: PersonJob<{ note: string }>) => Promise<void>>();
  const job = defineJob({
    name: 'sample.figure',
    schema: z.object({ note: z.string() }),
    retry: { limit: 0, delaySeconds: 0 },
    concurrency: 1,
    run: (one) => run(one),
  });
  const soon = { timeout: 20_000 };

  it('counts what waits, runs and has failed, by name, for the whole site', async () => {
    await using busy = await startTestServer({ apps: [{ ...sampleApp, jobs: [job] }] });
    const { id: userId } = await busy.db.createUser();
    const add = () => busy.db.database.asUser({ userId }, (tx) => enqueue(tx, job, { note: plantedSecret }));
    const figures = async () => (await fetch(`${busy.localUrl}/metrics`)).text();
    const line = (state: string, count: number) =>
      `commons_jobs{job="sample.figure",state="${state}"} ${count}`;

    run.mockRejectedValueOnce(new Error(plantedSecret));
    await add();
    await expect.poll(figures, soon).toContain(line('dead', 1));
    const gate = Promise.withResolvers<void>();
    run.mockImplementation(() => gate.promise);
    await Promise.all([add(), add(), add()]);
    await expect.poll(figures, soon).toContain(line('running', 1));
    const text = await figures();
    gate.resolve();

    expect(text).toContain(line('queued', 2));
    expect(text).toContain(line('failed', 1));
    expect(text).toContain('commons_jobs{job="commons.mail",state="dead"} 0');
    expect(text).not.toContain(plantedSecret);
    expect(text).not.toContain(userId);
  });

  it('leaves them out while they cannot be read, and has the rest', async () => {
    let isReadable = true;
    const metrics = createMetrics({
      pools: {},
      measures: {},
      lostTransactions: () => 0,
      jobs: async () => {
        if (!isReadable) throw new Error(plantedSecret);
        return [{ queue: 'user.sample.figure', queued: 4, running: 0, failed: 0, dead: 0 }];
      },
    });

    const before = await metrics.read();
    expect(before).toContain('commons_jobs{job="sample.figure",state="queued"} 4');
    expect(before).toContain('commons_jobs_readable 1');
    isReadable = false;
    const meanwhile = await metrics.read();
    expect(meanwhile).not.toContain('commons_jobs{');
    expect(meanwhile).toContain('commons_jobs_readable 0');
    expect(meanwhile).toContain('commons_lost_transactions 0');
    isReadable = true;
    expect(await metrics.read()).toContain('commons_jobs_readable 1');
  });
});

describe('/metrics without a token', () => {
  it.each([
    ['x-forwarded-for', '203.0.113.9'],
    ['forwarded', 'for=203.0.113.9'],
    ['x-real-ip', '203.0.113.9'],
    ['via', '1.1 proxy'],
  ])('is not there for whoever comes through a proxy (%s)', async (name, value) => {
    expect((await metricsOf({ [name]: value })).status).toBe(404);
  });

  it('is not there for a page that points its own name at this machine', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const asked = request(
        `${server.localUrl}/metrics`,
        { headers: { host: 'evil.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      asked.on('error', reject);
      asked.end();
    });

    expect(status).toBe(404);
  });
});

describe('/metrics of a site with a public address', () => {
  it('is not there without a token, for this machine may be the proxy', async () => {
    const publicUrl = new URL('http://commons.example');
    await using site = await startTestServer({ apps: [sampleApp], db, env: { publicUrl } });

    expect((await fetch(`${site.localUrl}/metrics`)).status).toBe(404);
  });
});

describe('/metrics with a token', () => {
  const metricsToken = 'a token of the tests';

  it('is there for whoever shows it, and for nobody else, wherever they are', async () => {
    await using closed = await startTestServer({ apps: [sampleApp], db, env: { metricsToken } });
    const ask = async (authorization?: string) =>
      (await fetch(`${closed.url}/metrics`, { headers: { ...(authorization && { authorization }) } })).status;

    expect(await ask(`Bearer ${metricsToken}`)).toBe(200);
    const wrong = [
      'Bearer ',
      'Bearer wrong',
      `Bearer ${metricsToken}s`,
      `Bearer ${metricsToken.slice(1)}`,
      metricsToken,
    ];
    for (const one of [undefined, ...wrong]) expect(await ask(one), one).toBe(404);
    expect(closed.logText()).not.toContain(metricsToken);
  });
});
