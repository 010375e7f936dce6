import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantedSecret, sampleApp } from '../../test-app/sample-app.ts';
import { proceduresOf, startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

let server: TestServer<Router>;
let anna: TestPerson<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
  anna = await server.signUp();
});
afterAll(() => server?.[Symbol.asyncDispose]());

const openToAnybody = [
  'failures.byCode',
  'failures.internal',
  'failures.unknown',
  'failures.input',
  'failures.output',
  'contexts.isFrozenForVisitors',
  'limited.byClient',
  'contexts.whoIsThere',
];

const procedureTypes = new Map(
  Object.entries(proceduresOf(sampleApp.router)).map(([path, { _def }]) => [path, _def.type]),
);

interface ErrorAnswer {
  error?: { message: string; code: number; data: Record<string, unknown> };
}

/** Calls a procedure the way its kind asks for and returns the error of the answer. */
async function call(person: TestPerson<Router>, path: string, input: object = {}) {
  const type = procedureTypes.get(path) ?? 'query';
  const response =
    type === 'mutation'
      ? await person.request(`/sample/trpc/${path}`, input)
      : await person.request(`/sample/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`);
  const text = await response.text();
  if (type !== 'subscription') return { response, text, error: (JSON.parse(text) as ErrorAnswer).error };
  const [, data = '{}'] = /event: serialized-error\ndata: (.*)/.exec(text) ?? [];
  return { response, text, error: JSON.parse(data) as NonNullable<ErrorAnswer['error']> };
}

describe('procedures', () => {
  const closed = [...procedureTypes.keys()].filter((path) => !openToAnybody.includes(path));

  it.each(closed)('%s is refused without a session', async (path) => {
    const { error } = await call(server.visitor, path, { name: 'x', id: 'x' });

    expect(error?.data.code).toBe('UNAUTHENTICATED');
  });

  it('run as the role of people, bound by row-level security', async () => {
    await server.signUp();
    const me = await anna.client.people.me.query();

    expect(me).toEqual({ id: anna.userId, email: anna.email, asRole: 'authenticated' });
  });

  it('get a frozen context, with and without a session', async () => {
    expect(await anna.client.contexts.isFrozen.query()).toBe(true);
    expect(await anna.client.contexts.isFrozenForVisitors.query()).toBe(true);
  });

  it('of one batch cannot change who the others are', async () => {
    const [attempt, me] = await Promise.all([
      anna.client.contexts.impersonate.query({ id: '00000000-0000-7000-8000-000000000000' }),
      anna.client.people.me.query(),
    ]);

    expect(attempt).toBe('refused');
    expect(me.id).toBe(anna.userId);
  });

  it('of one batch fail each for itself', async () => {
    const outcomes = await Promise.allSettled([
      anna.client.people.me.query(),
      anna.client.failures.unknown.query(),
      anna.client.people.me.query(),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('of one batch do not notice that PostgreSQL refuses the query of another', async () => {
    const outcomes = await Promise.allSettled([
      anna.client.people.me.query(),
      anna.client.failures.database.query(),
      anna.client.people.me.query(),
    ]);

    const me = { status: 'fulfilled', value: expect.objectContaining({ id: anna.userId }) };
    expect(outcomes).toEqual([
      me,
      {
        status: 'rejected',
        reason: expect.objectContaining({ data: expect.objectContaining({ code: 'BAD_INPUT' }) }),
      },
      me,
    ]);
  });

  it('come at most twenty in a batch', async () => {
    const paths = (count: number) => Array(count).fill('people.me').join(',');

    expect((await anna.request(`/sample/trpc/${paths(20)}?batch=1`)).status).toBe(200);
    const refused = await anna.request(`/sample/trpc/${paths(21)}?batch=1`);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(await refused.json())).toContain('BAD_INPUT');
  });
});

describe('errors of procedures', () => {
  it('carry code, text, request id and when to retry', async () => {
    const { response, error } = await call(server.visitor, 'failures.byCode', { code: 'RATE_LIMITED' });

    expect(response.status).toBe(429);
    expect(error).toEqual({
      code: -32029,
      message: 'Too many attempts. Wait a little and try again.',
      data: {
        code: 'RATE_LIMITED',
        httpStatus: 429,
        retryAfterMs: 1_500,
        requestId: response.headers.get('x-request-id'),
      },
    });
  });

  it('name the fields that were refused', async () => {
    const { response, error } = await call(server.visitor, 'failures.input', { amount: 'lots' });

    expect(response.status).toBe(400);
    expect(error?.data).toMatchObject({ code: 'BAD_INPUT', fields: { amount: ['Enter a number.'] } });
  });

  it.each([
    ['failures.internal', 'INTERNAL'],
    ['failures.unknown', 'INTERNAL'],
    ['failures.output', 'INTERNAL'],
    ['failures.database', 'BAD_INPUT'],
    ['failures.denied', 'FORBIDDEN'],
  ])('of %s tell neither the client nor the log what was in them', async (path, code) => {
    const { text, error } = await call(anna, path);

    expect(error?.data.code).toBe(code);
    expect(text).not.toMatch(/planted-secret|select|insert|\.ts|stack/i);
    expect(server.logText()).toContain(`"procedure":"${path}"`);
    expect(server.logText()).not.toContain(plantedSecret);
    expect(server.logText()).not.toMatch(/Failed query|insert into/i);
  });

  it('say nothing of the input, which may be private', async () => {
    const { text } = await call(anna, 'failures.input', { amount: plantedSecret });

    expect(text).not.toContain(plantedSecret);
    expect(server.logText()).not.toContain(plantedSecret);
  });

  it('put of the name of a procedure only its beginning into the log', async () => {
    const name = `a${'b'.repeat(2_000)}c`;
    const { response } = await call(anna, name);

    expect(response.status).toBe(404);
    expect(server.logText()).toContain(`"procedure":"${name.slice(0, 100)}"`);
    expect(server.logText()).not.toContain(name.slice(0, 201));
  });

  it('have a request id when there is no such procedure', async () => {
    const { response, error } = await call(anna, 'no.such');

    expect(response.status).toBe(404);
    expect(error?.data).toMatchObject({ code: 'NOT_FOUND', requestId: response.headers.get('x-request-id') });
  });
});
