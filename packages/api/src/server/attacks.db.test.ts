import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

const secret = 'planted-cookie-secret-of-this-server-0001';

let server: TestServer<Router>;
let anna: TestPerson<Router>;
let ben: TestPerson<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp], env: { secret } });
  anna = await server.signUp();
  ben = await server.signUp({ name: 'Ben' });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const post = (path: string, body: string, cookie = anna.cookie) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-commons': '1' },
    body,
  });

describe('names that every object has', () => {
  const pollution =
    '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1}';

  it.each([
    ['/sample/trpc/people.rename', `{"name":"Anna",${pollution}}`, 200],
    ['/sample/trpc/people.rename?batch=1', `{"0":{"name":"Anna",${pollution}},${pollution}}`, 200],
    ['/api/auth/update-user', `{"name":"Anna",${pollution}}`, 200],
    ['/api/auth/sign-in/email', `{${pollution}}`, 400],
  ])('change nothing in a body sent to %s', async (path, body, status) => {
    const response = await post(path, body);

    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('polluted');
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    '__proto__',
    'constructor',
    'people.__proto__',
    'people.constructor.prototype',
    'toString',
    'hasOwnProperty',
  ])('are no procedures: %s', async (path) => {
    const answers = [
      await anna.request(`/sample/trpc/${path}`),
      await anna.request(`/sample/trpc/${path}`, {}),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('are no apps and no pages', async () => {
    const answers = await Promise.all(
      ['/__proto__/trpc/people.me', '/constructor/trpc/people.me', '/api/__proto__'].map((path) =>
        anna.request(path),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe('a change without any condition', () => {
  it('reaches the rows of its person alone', async () => {
    // The procedure has no WHERE: policies are all that holds it.
    await anna.client.people.rename.mutate({ name: 'Everybody' });
    const rows = await server.db.admin`
      select full_name from users where id in (${anna.userId}, ${ben.userId}) order by full_name`;

    expect(rows.map(({ full_name }) => full_name)).toEqual(['Ben', 'Everybody']);
  });
});

describe('a person who was erased', () => {
  it('has no session any more', async () => {
    const carl = await server.signUp();
    await server.db.admin`delete from users where id = ${carl.userId}`;
    const stillKnown = () => carl.request('/sample/trpc/people.me').then(({ status }) => status);

    await expect.poll(stillKnown).toBe(401);
  });
});

describe('an address that a client claims to come from', () => {
  const addressesOf = async (person: TestPerson<Router>) => {
    const rows = await server.db.admin`
      select ip_address from audit_log where user_id = ${person.userId} and action = 'user_login' order by timestamp`;
    return rows.map(({ ip_address }) => ip_address as string);
  };
  const signInFrom = (url: string, forwarded: string) =>
    fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-commons': '1',
        'x-forwarded-for': forwarded,
        'x-commons-client-address': '203.0.113.99',
      },
      body: JSON.stringify({ email: anna.email, password: anna.password }),
    });

  it('is not believed without a proxy', async () => {
    await signInFrom(server.url, '203.0.113.1');

    expect(await addressesOf(anna)).not.toContain('203.0.113.1');
    expect(await server.db.admin`select from identity.sessions where ip_address like '203.%'`).toHaveLength(
      0,
    );
  });

  it('is the one that the last trusted proxy saw, and none further left', async () => {
    await using behindProxy = await startTestServer({
      apps: [sampleApp],
      db: server.db,
      env: { secret, trustedProxies: 1 },
    });
    await signInFrom(behindProxy.url, '203.0.113.1, 198.51.100.7');

    expect(await addressesOf(anna)).toContain('198.51.100.7');
    expect(await addressesOf(anna)).not.toContain('203.0.113.1');
  });

  it.each([
    ['198.51.100.8:50123', '198.51.100.8'],
    ['[2001:db8::8]:50123', '2001:db8::8'],
    ['[2001:db8::9]', '2001:db8::9'],
    ['2001:db8::10', '2001:db8::10'],
  ])('is the same client whatever port its proxy saw: %s', async (forwarded, address) => {
    await using behindProxy = await startTestServer({
      apps: [sampleApp],
      db: server.db,
      env: { secret, trustedProxies: 1 },
    });
    await signInFrom(behindProxy.url, forwarded);

    expect(await addressesOf(anna)).toContain(address);
  });
});

describe('the log', () => {
  it('holds no secret of the server and no session, whatever was asked', async () => {
    await post('/sample/trpc/failures.denied', '{}');
    await post('/api/auth/sign-in/email', '{"email":"x');
    await anna.request('/api/auth/reset-password/planted-reset-token');
    const { app, service, owner } = server.db.logins;
    const token = decodeURIComponent(anna.cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    const secrets = [app, service, owner].map((url) => new URL(url).password);
    const log = server.logText();

    expect(log.length).toBeGreaterThan(1_000);
    expect(token.length).toBeGreaterThan(20);
    for (const kept of [...secrets, secret, token, anna.password, 'planted-reset-token']) {
      expect(log).not.toContain(kept);
    }
  });
});
