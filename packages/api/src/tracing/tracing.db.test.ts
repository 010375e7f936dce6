import { users } from '@commons/shared-db';
import { createTestDatabase, type TestDatabase } from '@commons/shared-db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FakeCollector, type ReceivedSpan, startFakeCollector } from '../../test-app/fake-collector.ts';
import { plantedSecret, sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer } from '../../testing/index.ts';
import { defineApp, defineJob, enqueue, mergeRouters, router, signedInProcedure } from '../index.ts';

const worked = Promise.withResolvers<void>();
const job = defineJob({
  name: 'sample.traced',
  schema: z.object({ note: z.string() }),
  async run({ asUser }) {
    await asUser((tx) => tx.select({ id: users.id }).from(users));
    worked.resolve();
  },
});
const request = (content: string) => ({ system: content, messages: [{ role: 'user' as const, content }] });
const Question = z.object({ text: z.string() });
const traced = defineApp({
  ...sampleApp,
  jobs: [job],
  router: mergeRouters(
    sampleApp.router,
    router({
      ask: signedInProcedure.input(Question).mutation(async ({ ctx, input }) => {
        const [me] = await ctx.asUser((tx) => tx.select({ id: users.id }).from(users));
        for await (const event of ctx.models.stream(request(input.text))) if (event.type === 'finish') break;
        await ctx.models.generate(request(input.text));
        return me;
      }),
      later: signedInProcedure.mutation(({ ctx }) =>
        ctx.asUser((tx) => enqueue(tx, job, { note: plantedSecret })),
      ),
    }),
  ),
});

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase([traced]);
});
afterAll(() => db?.[Symbol.asyncDispose]());

const tracedServer = ({ url }: Pick<FakeCollector, 'url'>) =>
  startTestServer({
    apps: [traced],
    db,
    env: {
      tracing: { url, headers: { authorization: 'Bearer for-the-collector' }, serviceName: 'test site' },
    },
  });

/** Each span below its parent, by names. */
function tree(spans: readonly ReceivedSpan[], parent?: string): unknown[] {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .map(({ name, spanId }) => {
      const below = tree(spans, spanId);
      return below.length > 0 ? { [name]: below } : name;
    });
}

const inTraceOf = (spans: readonly ReceivedSpan[], root: ReceivedSpan | undefined) =>
  spans.filter(({ traceId }) => traceId === root?.traceId);

describe('traces', () => {
  it('nest from the request through the procedure to contexts and models, and carry the request id', async () => {
    await using collector = await startFakeCollector('takes');
    await using server = await tracedServer(collector);
    const anna = await server.signUp();
    await anna.client.people.me.query();
    const answer = await anna.request('/sample/trpc/ask', { text: 'Hello' });
    await server.close();
    const spans = collector.spans();
    const root = spans.find(({ name }) => name === 'POST /sample/trpc/ask');

    // The first mutation of a person takes a lease of their allowance.
    const below = ['context service', 'context user', 'model stream', 'model generate'];
    expect(tree(inTraceOf(spans, root))).toEqual([{ 'POST /sample/trpc/ask': [{ 'sample.ask': below }] }]);
    expect(root).toMatchObject({
      kind: 2,
      failed: false,
      facts: {
        'http.request.method': 'POST',
        'http.route': '/sample/trpc/ask',
        'http.response.status_code': 200,
        'commons.request_id': answer.headers.get('x-request-id'),
      },
    });
    expect(spans.find(({ name }) => name === 'model generate')?.facts).toMatchObject({
      'gen_ai.provider.name': 'offline',
      'gen_ai.usage.output_tokens': expect.anything(),
    });
    expect(collector.requests[0]).toMatchObject({
      path: '/v1/traces',
      headers: { authorization: 'Bearer for-the-collector' },
    });
    expect(collector.requests[0]?.body).toContain('"stringValue":"test site"');
    expect(server.logText()).not.toContain('for-the-collector');
  });

  it('keep the calls of a batch and of people at the same moment apart', async () => {
    await using collector = await startFakeCollector('takes');
    await using server = await tracedServer(collector);
    const people = await Promise.all([server.signUp(), server.signUp(), server.signUp()]);
    const calls = people.map(({ client }) =>
      Promise.all([client.people.me.query(), client.people.me.query()]),
    );
    await Promise.all(calls);
    await server.close();
    const spans = collector.spans();
    const batches = spans.filter(({ name }) => name === 'GET /sample/trpc/{batch}');

    expect(new Set(batches.map(({ traceId }) => traceId)).size).toBe(3);
    for (const batch of batches) {
      const procedures = spans.filter(({ parentSpanId }) => parentSpanId === batch.spanId);
      expect(procedures.map(({ name }) => name).filter((name) => name.startsWith('sample.'))).toEqual([
        'sample.people.me',
        'sample.people.me',
      ]);
    }
  });

  it('begin anew with each job', async () => {
    await using collector = await startFakeCollector('takes');
    await using server = await tracedServer(collector);
    const anna = await server.signUp();
    const id = await anna.client.later.mutate();
    await worked.promise;
    await server.close();
    const spans = collector.spans();
    const root = spans.find(({ name }) => name === 'job sample.traced');

    expect(root).toMatchObject({
      kind: 5,
      parentSpanId: undefined,
      facts: { 'commons.request_id': `job ${id}`, 'commons.attempt': 1 },
    });
    expect(inTraceOf(spans, root).map(({ name }) => name)).toContain('context user');
  });

  it('have nothing of what people send or are, wherever they put it', async () => {
    await using collector = await startFakeCollector('takes');
    await using server = await tracedServer(collector);
    const anna = await server.signUp({ email: `${plantedSecret}@example.org`, name: plantedSecret });
    const paths = [
      `/sample/trpc/${plantedSecret}`,
      `/sample/trpc/people.me,${plantedSecret}?batch=1`,
      `/sample/trpc/failures.input?input=${plantedSecret}`,
      '/sample/trpc/failures.unknown',
      '/sample/trpc/failures.internal',
      '/sample/trpc/failures.database',
      `/api/auth/reset-password/${plantedSecret}`,
      `/${plantedSecret}/?q=${plantedSecret}`,
    ];
    for (const path of paths) await (await anna.request(path)).body?.cancel();
    await (await anna.request('/sample/trpc/ask', { text: plantedSecret })).body?.cancel();
    await fetch(`${server.localUrl}/sample/`, {
      method: 'SEARCH',
      headers: { 'user-agent': plantedSecret, 'x-request-id': `<${plantedSecret}>` },
    });
    await server.close();
    const spans = collector.spans();
    const sent = collector.requests.map(({ body }) => body).join('\n');

    expect(spans.find(({ name }) => name === 'sample.failures.unknown')).toMatchObject({
      failed: true,
      facts: { 'commons.outcome': 'INTERNAL' },
    });
    expect(spans.find(({ name }) => name === 'sample.failures.input')).toMatchObject({
      failed: false,
      facts: { 'commons.outcome': 'BAD_INPUT' },
    });
    expect(spans.map(({ name }) => name)).toContain('GET /sample/trpc/{unknown}');
    for (const secret of [plantedSecret, anna.userId, 'example.org', '127.0.0.1', 'select ', 'Error:']) {
      expect(sent).not.toContain(secret);
    }
  });

  it('begin here, whatever a client or a proxy says about one that has begun', async () => {
    await using collector = await startFakeCollector('takes');
    await using server = await tracedServer(collector);
    const traceId = 'abababababababababababababababab';
    await fetch(`${server.localUrl}/api/apps`, {
      headers: { traceparent: `00-${traceId}-cdcdcdcdcdcdcdcd-00`, tracestate: 'x=1', baggage: 'x=1' },
    });
    await server.close();

    expect(collector.spans()).toMatchObject([{ name: 'GET /api/apps', parentSpanId: undefined }]);
    expect(collector.requests[0]?.body).not.toContain(traceId);
  });

  it('leave out what machines ask every few seconds', async () => {
    await using collector = await startFakeCollector('takes');
    await using server = await tracedServer(collector);
    for (const path of ['/healthz', '/readyz', '/metrics', '/api/apps']) await fetch(server.localUrl + path);
    await server.close();

    expect(collector.spans().map(({ name }) => name)).toEqual(['GET /api/apps']);
  });
});

describe('a collector that', () => {
  /** More than fits into one batch, which is then sent at once. */
  async function fillBatch(server: Awaited<ReturnType<typeof tracedServer>>): Promise<void> {
    const path = `/sample/trpc/${Array(20).fill('contexts.whoIsThere').join()}?batch=1`;
    for (let count = 0; count < 25; count += 1) {
      const { status } = await server.visitor.request(path);
      expect(status).toBe(200);
    }
  }

  it('hangs holds up neither requests nor the end', async () => {
    await using collector = await startFakeCollector('hangs');
    await using server = await tracedServer(collector);
    await fillBatch(server);
    await collector.asked;

    expect((await server.visitor.request('/sample/trpc/contexts.whoIsThere')).status).toBe(200);
    await server.close();
    expect(server.logText()).toContain('"stopped"');
  });

  it('refuses is in the log once, without what it said', async () => {
    await using collector = await startFakeCollector('refuses');
    await using server = await tracedServer(collector);
    await fillBatch(server);
    await expect.poll(() => server.logText()).toContain('the collector does not take traces');
    await fillBatch(server);
    await server.close();

    expect(collector.requests.length).toBeGreaterThan(1);
    expect(server.logText().split('the collector does not take traces')).toHaveLength(2);
    expect(server.logText()).toContain('"stopped"');
  });

  it('is not there harms nobody', async () => {
    const gone = await startFakeCollector('takes');
    await gone[Symbol.asyncDispose]();
    await using server = await tracedServer(gone);
    await fillBatch(server);
    await server.close();

    expect(server.logText()).toContain('"stopped"');
  });
});
