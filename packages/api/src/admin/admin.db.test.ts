import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import type { ListedUser } from './list-users.ts';

const key = 'planted-service-key-long-enough-1234';
const path = '/api/admin/users/list';
let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp], env: { serviceKey: key } });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const ask = (at: string, body: object, authorization = `Bearer ${key}`, url = server.url) =>
  fetch(url + at, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
  });
const list = async (body: object) =>
  (await (await ask(path, body)).json()) as { users: ListedUser[]; next: string | null };

describe('the service key', () => {
  it('lists people page by page, without a gap and without secrets', async () => {
    const people = [await server.signUp(), await server.signUp(), await server.signUp()];
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(after && { after }) });
      ids.push(...page.users.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    const all = await server.db.admin`select id from users order by id`;

    expect(ids).toEqual(all.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(people.map(({ userId }) => userId)));
  });

  it('finds one person by address, in any case', async () => {
    const anna = await server.signUp({ name: 'Anna' });
    const { users, next } = await list({ email: anna.email.toUpperCase() });

    expect(next).toBeNull();
    expect(users).toMatchObject([{ id: anna.userId, email: anna.email, name: 'Anna', sessions: 1 }]);
    expect(Object.keys(users[0] ?? {})).toHaveLength(6);
  });

  it('signs a person out everywhere, and puts it into their own record', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    const ben = await server.signUp();
    const response = await ask('/api/admin/users/end-sessions', { userId: anna.userId });
    const still = async (who: typeof anna) => (await who.request('/sample/trpc/people.me')).status;

    expect(await response.json()).toEqual({ sessions: 2 });
    expect([await still(anna), await still(phone), await still(ben)]).toEqual([401, 401, 200]);
    expect(
      await server.db.admin`
      select app, details from audit_log
      where user_id = ${anna.userId} and action = 'admin_sessions_ended'`,
    ).toEqual([{ app: 'admin', details: { sessions: 2 } }]);
  });

  it('leaves a row in the record for each call', async () => {
    const rows = () => server.db.admin`select 1 from audit_log where action = 'admin_users_listed'`;
    const before = (await rows()).length;
    await list({ limit: 1 });

    expect(await rows()).toHaveLength(before + 1);
  });

  it('is all that opens these paths, and every refusal is the same', async () => {
    const anna = await server.signUp();
    const answers = await Promise.all([
      ask(path, {}, ''),
      ask(path, {}, 'Bearer wrong'),
      ask(path, {}, `Bearer ${key}x`),
      ask(path, { limit: 'wrong' }, `Bearer ${key.slice(0, -1)}`),
      ask('/api/admin/nothing', {}, 'Bearer wrong'),
      anna.request(path, {}),
    ]);
    const [first, ...others] = (await Promise.all(
      answers.slice(1).map(async (answer) => ({ ...((await answer.json()) as object), requestId: '' })),
    )) as object[];

    expect(answers.map(({ status }) => status)).toEqual([403, 401, 401, 401, 401, 401]);
    for (const other of others) expect(other).toEqual(first);
  });

  it('says what is wrong with a call, and that somebody does not exist', async () => {
    expect((await ask(path, { limit: 1_000 })).status).toBe(400);
    expect((await ask('/api/admin/nothing', {})).status).toBe(404);
    const nobody = { userId: '00000000-0000-7000-8000-000000000000' };
    expect((await ask('/api/admin/users/end-sessions', nobody)).status).toBe(404);
  });

  it('is in no log', () => {
    expect(server.logText()).not.toContain(key);
  });

  it('opens nothing where none is set', async () => {
    await using plain = await startTestServer({ apps: [sampleApp], db: server.db });
    for (const authorization of [`Bearer ${key}`, 'Bearer undefined', 'Bearer ']) {
      expect((await ask(path, {}, authorization, plain.url)).status).toBeOneOf([403, 404]);
    }
    expect((await plain.visitor.request(path, {})).status).toBe(404);
  });

  it('may be tried so often and no more', async () => {
    await using other = await startTestServer({ apps: [sampleApp], env: { serviceKey: key } });
    const statusOf = async (authorization: string) => (await ask(path, {}, authorization, other.url)).status;
    const before = await statusOf('Bearer wrong');
    // As after very many tries; what is left of an allowance grows again while a test makes them.
    await other.db.admin`update app.rate_limits set whole_at = now() + interval '1 day'`;

    expect(before).toBe(401);
    expect([await statusOf('Bearer wrong'), await statusOf(`Bearer ${key}`)]).toEqual([429, 429]);
  });
});
