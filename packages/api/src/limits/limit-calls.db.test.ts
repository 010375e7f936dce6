import { openDatabase } from '@commons/shared-db';
import { openServiceDatabase } from '@commons/shared-db/service';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import type { TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseProxy } from '../../test-app/database-proxy.ts';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

let db: TestDatabase;
let server: TestServer<Router>;
let other: TestServer<Router>;
beforeAll(async () => {
  db = await createTestDatabase();
  [server, other] = await Promise.all([
    startTestServer({ apps: [sampleApp], db }),
    startTestServer({ apps: [sampleApp], db }),
  ]);
});
afterAll(async () => {
  await Promise.all([server, other].map((one) => one?.[Symbol.asyncDispose]()));
  await db?.[Symbol.asyncDispose]();
});

/** The same person in front of the other process. */
const atOther = (person: TestPerson<Router>) => other.signIn(person);

const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: TRPCClientError<Router>) => error.data?.code ?? error.message,
  );

const counted = (outcomes: string[]) => ({
  done: outcomes.filter((outcome) => outcome === 'done').length,
  limited: outcomes.filter((outcome) => outcome === 'RATE_LIMITED').length,
});

describe('the limit of a procedure', () => {
  it('says when to come back in a header, where nothing of the answer was allowed', async () => {
    const anna = await server.signUp();
    const headerOf = async (...procedures: string[]) => {
      const response = await anna.request(`/sample/trpc/${procedures.join(',')}?batch=1`);
      await response.body?.cancel();
      return { status: response.status, seconds: Number(response.headers.get('retry-after')) };
    };
    const limited = 'limited.byPerson';
    await headerOf(limited, limited, limited);

    expect(await headerOf(limited, 'people.me')).toEqual({ status: 207, seconds: 0 });
    for (const { status, seconds } of [await headerOf(limited), await headerOf(limited, limited)]) {
      expect(status).toBe(429);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(86_400);
    }
    const alone = await anna.request('/sample/trpc/limited.byPerson');
    const { error } = (await alone.json()) as { error: { data: { retryAfterMs: number } } };
    expect(alone.headers.get('retry-after')).toBe(String(Math.ceil(error.data.retryAfterMs / 1_000)));
    expect((await anna.request('/sample/trpc/failures.unknown')).headers.get('retry-after')).toBeNull();
  });

  it('counts every call of a batch', async () => {
    const anna = await server.signUp();
    const paths = Array(20).fill('limited.byPerson').join(',');
    const response = await anna.request(`/sample/trpc/${paths}?batch=1`);
    const answers = (await response.json()) as { error?: { data: { code: string; retryAfterMs: number } } }[];
    const refused = answers.flatMap(({ error }) => error?.data ?? []);

    expect(refused).toHaveLength(17);
    for (const { code, retryAfterMs } of refused) {
      expect(code).toBe('RATE_LIMITED');
      expect(retryAfterMs).toBeGreaterThan(0);
    }
  });

  it('counts over two processes together, one person at a time', async () => {
    const [anna, ben] = await Promise.all([server.signUp(), server.signUp()]);
    const there = await atOther(anna);
    const calls = Array.from({ length: 10 }, (_, index) =>
      outcomeOf((index % 2 ? anna : there).client.limited.byPerson.query()),
    );

    expect(counted(await Promise.all(calls))).toEqual({ done: 3, limited: 7 });
    expect(await ben.client.limited.byPerson.query()).toBe('done');
  });

  it('counts by client where nobody is signed in', async () => {
    const calls = [server, other, server, other].map(({ visitor }) =>
      outcomeOf(visitor.client.limited.byClient.mutate()),
    );

    expect(counted(await Promise.all(calls))).toEqual({ done: 3, limited: 1 });
  });

  it('is kept with leases too, and what a process did not use is there after it has stopped', async () => {
    const third = await startTestServer({ apps: [sampleApp], db });
    const anna = await third.signUp();
    await anna.client.limited.often.query();
    await third[Symbol.asyncDispose]();
    const here = await server.signIn(anna);
    const outcomes: string[] = [];
    for (let batch = 0; batch < 52; batch += 1) {
      const calls = Array.from({ length: 20 }, () => outcomeOf(here.client.limited.often.query()));
      outcomes.push(...(await Promise.all(calls)));
    }

    expect(counted(outcomes)).toEqual({ done: 999, limited: 41 });
  });
});

describe('the general limit', () => {
  it('holds for queries and mutations apart', async () => {
    await using small = await startTestServer({
      apps: [sampleApp],
      env: { callRates: { queries: 5, mutations: 3 } },
    });
    const anna = await small.signUp();
    const queries = await Promise.all(
      Array.from({ length: 8 }, () => outcomeOf(anna.client.people.me.query())),
    );
    const mutations = await Promise.all(
      Array.from({ length: 8 }, () => outcomeOf(anna.client.live.tick.mutate())),
    );

    expect(counted(queries)).toEqual({ done: 5, limited: 3 });
    expect(counted(mutations)).toEqual({ done: 3, limited: 5 });
  });

  it('is none where it is 0', async () => {
    await using open = await startTestServer({
      apps: [sampleApp],
      env: { callRates: { queries: 0, mutations: 0 } },
    });
    const anna = await open.signUp();
    await anna.client.people.me.query();

    expect(
      await open.db.admin`select 1 from app.rate_limits where whole_at > now() + interval '55 minutes'`,
    ).toEqual([]);
  });
});

describe('while PostgreSQL keeps no count', () => {
  it('the general limit goes on in the process, and a limited procedure is unavailable', async () => {
    await using proxy = await databaseProxy(db.logins.service);
    const env = { callRates: { queries: 5, mutations: 5 } };
    const database = openDatabase({ url: proxy.through(db.logins.app) });
    const service = openServiceDatabase({ url: proxy.through(db.logins.service) });
    await using far = await startTestServer({ apps: [sampleApp], db, env, database, service });
    await proxy.outage(async () => {
      const failing = () => far.visitor.client.failures.byCode.query({ code: 'CONFLICT' });
      const queries: string[] = [];
      for (let count = 0; count < 8; count += 1) queries.push(await outcomeOf(failing()));

      expect(queries).toEqual([...Array(5).fill('CONFLICT'), ...Array(3).fill('RATE_LIMITED')]);
      expect(await outcomeOf(far.visitor.client.limited.byClient.mutate())).toBe('UNAVAILABLE');
    });
    expect(far.logText()).toContain('limits are counted by this process alone');
  });
});
