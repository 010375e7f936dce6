import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';
import { defaultSignInLimits } from './sign-in-limits.ts';

type Router = typeof sampleApp.router;

let server: TestServer<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const signUpPath = '/api/auth/sign-up/email';
const signInPath = '/api/auth/sign-in/email';

async function isSignedIn(person: TestPerson<Router>): Promise<boolean> {
  const response = await person.request('/sample/trpc/people.me');
  return response.status === 200;
}

async function auditOf(person: TestPerson<Router>): Promise<string[]> {
  const rows = await server.db.admin`
    select action from audit_log where user_id = ${person.userId} order by "timestamp", id`;
  return rows.map(({ action }) => action);
}

describe('the session cookie', () => {
  it('is out of reach for scripts and other sites, and its token is in no body', async () => {
    const { email, password } = await server.signUp();
    const response = await server.visitor.request(signInPath, { email, password });
    const [cookie = ''] = response.headers.getSetCookie();
    const [, token = ''] = /=([^.;]+)/.exec(cookie) ?? [];

    expect(cookie).toMatch(/^commons\.session_token=.+; HttpOnly; SameSite=Lax$/);
    expect(token).toHaveLength(32);
    expect(await response.text()).not.toContain(token);
    expect(server.logText()).not.toContain(token);
  });

  it('is another one at every sign-in', async () => {
    const anna = await server.signUp();
    const again = await server.signIn(anna);

    expect(again.cookie).not.toBe(anna.cookie);
    expect(await isSignedIn(anna)).toBe(true);
  });

  it('takes the place of the one that the browser had before, whoever signs in', async () => {
    const anna = await server.signUp();
    const ben = await server.signUp();
    const response = await anna.request(signInPath, { email: ben.email, password: ben.password });

    expect(response.status).toBe(200);
    expect([await isSignedIn(anna), await isSignedIn(ben)]).toEqual([false, true]);
  });

  it.each([
    ['a forged signature', (cookie: string) => `${cookie.slice(0, -8)}AAAAA%3D`],
    ['another token under the same signature', (cookie: string) => cookie.replace(/=./, '=_')],
    ['no signature', (cookie: string) => cookie.split('.').slice(0, 2).join('.')],
    ['no valid encoding', (cookie: string) => `${cookie}%E0%A4%A`],
  ])('with %s opens nothing', async (_, forge) => {
    const anna = await server.signUp();
    const response = await fetch(`${server.url}/sample/trpc/people.me`, {
      headers: { cookie: forge(anna.cookie) },
    });

    expect(response.status).toBe(401);
  });

  it('opens nothing once its session has expired', async () => {
    const anna = await server.signUp();
    await server.db.admin`update identity.sessions set expires_at = now() where user_id = ${anna.userId}`;

    expect(await isSignedIn(anna)).toBe(false);
  });
});

describe('signing up', () => {
  it('answers the same for an address that is taken, and tells its owner', async () => {
    const anna = await server.signUp({ name: 'Anna' });
    const input = { name: 'Anna', password: 'another password' };
    const answers = await Promise.all(
      [anna.email.toUpperCase(), 'nobody-yet@example.org'].map((email) =>
        server.visitor.request(signUpPath, { ...input, email }),
      ),
    );
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { user: object }[];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    expect(Object.keys(bodies[0]?.user ?? {})).toEqual(Object.keys(bodies[1]?.user ?? {}));
    expect(JSON.stringify(bodies[0])).not.toContain(anna.userId);
    expect((await server.mailbox.next(anna.email)).subject).toBe('You already have an account');
    await expect(server.signIn({ email: anna.email, password: input.password })).rejects.toThrow();
  });

  it('at the same moment makes one person, and answers everybody alike', async () => {
    const email = 'everybody@example.org';
    const input = { name: 'Everybody', email, password: 'long enough 1' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => server.visitor.request(signUpPath, input)),
    );
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { user: object }[];
    const own = { id: 'own', createdAt: 'own', updatedAt: 'own' };
    const alike = bodies.map(({ user, ...rest }) => JSON.stringify({ ...rest, user: { ...user, ...own } }));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(alike).toEqual(Array.from(alike, () => alike[0]));
    expect(await server.db.admin`select 1 from users where email = ${email}`).toHaveLength(1);
    await server.signIn({ email, password: input.password });
  });

  it('keeps of a name what a database can keep', async () => {
    const anna = await server.signUp({ name: 'a\u0000b' });
    const [row] = await server.db.admin`select full_name from users where id = ${anna.userId}`;

    expect(row?.full_name).toBe('ab');
  });

  it('takes nothing but name, address and password', async () => {
    const email = 'mallory@example.org';
    const password = 'a password of mallory';
    const extra = {
      emailVerified: true,
      id: '00000000-0000-7000-8000-000000000001',
      image: 'https://evil.example',
    };
    await server.visitor.request(signUpPath, { name: 'Mallory', email, password, ...extra });
    const [row] = await server.db.admin`
      select u.id, u.avatar_url, v.user_id as verified
      from users u left join identity.email_verifications v on v.user_id = u.id where u.email = ${email}`;

    expect(row).toMatchObject({ avatar_url: null, verified: null });
    expect(row?.id).not.toBe(extra.id);
  });

  it.each([
    [{ password: 'too short' }, 'password'],
    [{ password: 'x'.repeat(129) }, 'password'],
    [{ email: 'no address' }, 'email'],
    [{ name: '   ' }, 'name'],
  ])('names the field that is wrong in %j', async (wrong, field) => {
    const input = { name: 'Anna', email: 'anna.wrong@example.org', password: 'long enough 1', ...wrong };
    const response = await server.visitor.request(signUpPath, input);

    expect(response.status).toBe(400);
    expect(Object.keys(((await response.json()) as { fields: object }).fields)).toEqual([field]);
  });
});

describe('signing in', () => {
  it('says the same about a wrong password and an unknown address', async () => {
    const anna = await server.signUp();
    const wrong = await server.visitor.request(signInPath, { email: anna.email, password: 'not this one' });
    const unknown = await server.visitor.request(signInPath, {
      email: 'x@example.org',
      password: 'not this one',
    });
    const [a, b] = [(await wrong.json()) as object, (await unknown.json()) as object];

    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' });
    expect(a).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'INVALID_EMAIL_OR_PASSWORD',
      message: 'This e-mail address and password do not match.',
    });
  });

  it('keeps last_login, writes the audit log and logs no password or address', async () => {
    const anna = await server.signUp({ password: 'planted-password-1' });
    const [row] = await server.db.admin`select last_login from users where id = ${anna.userId}`;

    expect(row?.last_login).toBeInstanceOf(Date);
    expect(await auditOf(anna)).toEqual(['user_signup', 'user_login']);
    expect(server.logText()).not.toContain('planted-password-1');
    expect(server.logText()).not.toContain(anna.email);
  });

  it('records from where, and the request it was', async () => {
    const anna = await server.signUp();
    const [row] = await server.db.admin`
      select ip_address, user_agent, request_id, app from audit_log
      where user_id = ${anna.userId} and action = 'user_login'`;

    expect(row).toMatchObject({ ip_address: '127.0.0.1', user_agent: 'node', app: 'identity' });
    expect(server.logText()).toContain(row?.request_id);
  });

  it('answers who is signed in, or null', async () => {
    const anna = await server.signUp({ name: 'Anna' });
    const own = (await (await anna.request('/api/auth/get-session')).json()) as { user: object };

    expect(own.user).toMatchObject({ id: anna.userId, name: 'Anna', email: anna.email });
    expect(await (await server.visitor.request('/api/auth/get-session')).json()).toBeNull();
  });

  it('offers no other path of the library', async () => {
    const anna = await server.signUp();
    const paths = ['/list-sessions', '/delete-user', '/change-email', '/verify-password', '/ok', '/error'];
    const gets = await Promise.all(paths.map((path) => anna.request(`/api/auth${path}`)));
    const posts = await Promise.all(paths.map((path) => anna.request(`/api/auth${path}`, {})));

    expect(new Set([...gets, ...posts].map(({ status }) => status))).toEqual(new Set([404]));
  });
});

describe('the end of a session', () => {
  it('comes with signing out, for this device only', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    // So that an answer is remembered, which signing out has to overrule.
    expect(await isSignedIn(anna)).toBe(true);
    const response = await anna.request('/api/auth/sign-out', {});

    expect(response.status).toBe(200);
    expect(await isSignedIn(anna)).toBe(false);
    expect(await isSignedIn(phone)).toBe(true);
    expect(await auditOf(anna)).toContain('user_logout');
  });

  it('comes for every other device when the password changes, and this one gets a new session', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    const response = await anna.request('/api/auth/change-password', {
      currentPassword: anna.password,
      newPassword: 'a much newer password',
      revokeOtherSessions: false,
    });
    const [cookie = ''] = response.headers.getSetCookie();
    const renewed = await fetch(`${server.url}/sample/trpc/people.me`, { headers: { cookie } });

    expect(response.status).toBe(200);
    expect([await isSignedIn(anna), await isSignedIn(phone)]).toEqual([false, false]);
    expect(renewed.status).toBe(200);
    expect(await auditOf(anna)).toEqual(['user_signup', 'user_login', 'user_login', 'password_changed']);
  });

  it('does not come with a wrong current password', async () => {
    const anna = await server.signUp();
    const response = await anna.request('/api/auth/change-password', {
      currentPassword: 'not this one',
      newPassword: 'a much newer password',
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ reason: 'INVALID_PASSWORD' });
    expect(await isSignedIn(anna)).toBe(true);
  });

  it('comes for the others on request', async () => {
    const anna = await server.signUp();
    const phone = await server.signIn(anna);
    await anna.request('/api/auth/revoke-other-sessions', {});

    expect([await isSignedIn(anna), await isSignedIn(phone)]).toEqual([true, false]);
    expect(await auditOf(anna)).toContain('sessions_revoked');
  });

  it('is noticed when another process brought it about', async () => {
    const anna = await server.signUp();
    expect(await isSignedIn(anna)).toBe(true);
    await server.db.admin`delete from identity.sessions where user_id = ${anna.userId}`;

    await expect.poll(() => isSignedIn(anna), { interval: 50, timeout: 5_000 }).toBe(false);
  });
});

describe('asking who is signed in', () => {
  it('counts like every query of a client', async () => {
    await using strict = await startTestServer({
      apps: [sampleApp],
      env: { callRates: { queries: 1, mutations: 1 } },
    });
    const first = await strict.visitor.request('/api/auth/get-session');
    const second = await strict.visitor.request('/api/auth/get-session');

    expect([first.status, second.status]).toEqual([200, 429]);
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('guessing', () => {
  it('is stopped per address and client, with the time to wait, and a right password does not help', async () => {
    const anna = await server.signUp();
    const attempt = (password: string) => server.visitor.request(signInPath, { email: anna.email, password });
    const statuses: number[] = [];
    for (let count = 0; count < 10; count += 1) statuses.push((await attempt('not this one')).status);
    const refused = await attempt(anna.password);
    const body = (await refused.json()) as { code: string; retryAfterMs: number };

    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(refused.status).toBe(429);
    expect(body.code).toBe('RATE_LIMITED');
    expect(body.retryAfterMs).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBe(Math.ceil(body.retryAfterMs / 1_000));
  });

  it('of the current password is stopped per person, from wherever they are signed in', async () => {
    await using proxied = await startTestServer({
      apps: [sampleApp],
      env: { trustedProxies: 1 },
      signInLimits: { ...defaultSignInLimits, answerAfterMs: 0 },
    });
    const [anna, ben] = [await proxied.signUp(), await proxied.signUp()];
    const phone = await proxied.signIn(anna);
    let clients = 0;
    const attempt = (cookie: string, currentPassword: string) =>
      fetch(`${proxied.url}/api/auth/change-password`, {
        method: 'POST',
        headers: {
          ...{ cookie, 'content-type': 'application/json', 'x-commons': '1' },
          'x-forwarded-for': `203.0.113.${++clients}`,
        },
        body: JSON.stringify({ currentPassword, newPassword: 'a much newer password' }),
      });
    const statuses: number[] = [];
    for (let count = 0; count < 10; count += 1) {
      statuses.push((await attempt(anna.cookie, 'not this one')).status);
    }
    const refused = await attempt(phone.cookie, anna.password);

    expect(new Set(statuses)).toEqual(new Set([400]));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await attempt(ben.cookie, ben.password)).status).toBe(200);
  });

  it('of the current password is forgotten after a success', async () => {
    const signInLimits = {
      ...defaultSignInLimits,
      byBoth: { max: 2, windowMs: 86_400_000 },
      answerAfterMs: 0,
    };
    await using strict = await startTestServer({ apps: [sampleApp], signInLimits });
    const anna = await strict.signUp();
    let { password } = anna;
    for (const newPassword of ['the second password', 'the third password']) {
      const device = await strict.signIn({ email: anna.email, password });
      const change = (currentPassword: string) =>
        device.request('/api/auth/change-password', { currentPassword, newPassword });

      expect((await change('not this one')).status).toBe(400);
      expect((await change(password)).status).toBe(200);
      password = newPassword;
    }
  });

  it('is forgotten after a success', async () => {
    const twiceADay = { max: 2, windowMs: 86_400_000 };
    const signInLimits = { ...defaultSignInLimits, byBoth: twiceADay, answerAfterMs: 0 };
    await using strict = await startTestServer({ apps: [sampleApp], signInLimits });
    // Signing up signs in, and so leaves nothing counted.
    const anna = await strict.signUp();
    for (const _ of ['first', 'second']) {
      await strict.visitor.request(signInPath, { email: anna.email, password: 'not this one' });
      await strict.signIn(anna);
    }
  });
});
