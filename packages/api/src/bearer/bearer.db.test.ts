import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { bearerSessions } from './bearer-sessions.ts';

const issuer = 'https://project.supabase.example/auth/v1';
const secret = 'planted bearer secret that is long enough';
let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp], env: { bearer: { issuer, key: { secret } } } });
});
afterAll(() => server?.[Symbol.asyncDispose]());

let count = 0;
function tokenOf(changes: JWTPayload = {}): Promise<string> {
  const iat = Math.floor(Date.now() / 1_000);
  const subject = `subject-${++count}`;
  const usual = { iss: issuer, aud: 'authenticated', role: 'authenticated', sub: subject };
  const payload = { ...usual, iat, exp: iat + 600, email: `${subject}@example.org`, ...changes };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret));
}
const ask = (token: string, path = '/sample/trpc/people.me', headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers: { authorization: `Bearer ${token}`, ...headers } });
const change = (headers: Record<string, string>) =>
  fetch(`${server.url}/sample/trpc/people.rename`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ name: 'Renamed' }),
  });
const person = async (response: Response) =>
  ((await response.json()) as { result: { data: { id: string; email: string; asRole: string } } }).result
    .data;
const code = async (response: Response) =>
  ((await response.json()) as { error: { data: { code: string } } }).error.data.code;

describe('a bearer token', () => {
  it('stands for one person, made at its first sight, under the policies of everybody', async () => {
    const subject = `stable-${++count}`;
    const first = await person(await ask(await tokenOf({ sub: subject, email: 'First@example.org' })));
    const second = await person(await ask(await tokenOf({ sub: subject, email: 'changed@example.org' })));
    const audit = await server.db.admin`select action from audit_log where user_id = ${first.id}`;
    const [user] = await server.db.admin`select last_login from users where id = ${first.id}`;

    expect(first).toMatchObject({ email: 'first@example.org', asRole: 'authenticated' });
    expect(second).toEqual(first);
    expect(audit).toEqual([{ action: 'user_signup' }]);
    expect(user?.last_login).toBeInstanceOf(Date);
    expect(
      await server.db.admin`select 1 from identity.email_verifications where user_id = ${first.id}`,
    ).toEqual([]);
  });

  it('stands for nobody any longer once its time is over, whoever has opened a stream with it', async () => {
    const subject = `over-${++count}`;
    const open = (expiresAt: Date) =>
      bearerSessions(server.db.service, async () => ({
        ...{ issuer, subject, expiresAt, issuedAt: new Date(Date.now() - 2_000) },
        email: `${subject}@example.org`,
      })).open('verified', 'request-1');
    const standing = await open(new Date(Date.now() + 60_000));
    const over = await open(new Date(Date.now() - 1));

    expect([await standing.stillValid(), await over.stillValid()]).toEqual([true, false]);
  });

  it('makes one person when many requests come at once', async () => {
    const token = await tokenOf();
    const answers = await Promise.all(Array.from({ length: 8 }, async () => person(await ask(token))));

    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  it('never leads to whoever has its address here, proved or not', async () => {
    const anna = await server.signUp();
    await server.db.admin`insert into identity.email_verifications (user_id) values (${anna.userId})`;
    const metadata = { user_metadata: { email_verified: true, email: anna.email } };
    const response = await ask(
      await tokenOf({ email: anna.email.toUpperCase(), email_verified: true, ...metadata }),
    );

    expect(response.status).toBe(403);
    expect(
      await server.db.admin`
      select 1 from identity.external_subjects where user_id = ${anna.userId}`,
    ).toEqual([]);
  });

  it.each([
    ['a list', ['a']],
    ['an object', { a: 1 }],
    ['9,000 characters', 'x'.repeat(9_000)],
    ['half a character', 'a\ud800'],
    ['a NUL', 'a\u0000b'],
  ])('with %s for a subject stands for nobody', async (_, sub) => {
    const response = await ask(await tokenOf({ sub: sub as string, email: `odd-${++count}@example.org` }));

    expect(response.status).toBe(401);
  });

  it('opens no account without an address', async () => {
    for (const email of [undefined, 'no address', 7]) {
      expect((await ask(await tokenOf({ email }))).status).toBe(403);
    }
  });

  it('of the service is nobody', async () => {
    expect(await code(await ask(await tokenOf({ role: 'service_role' })))).toBe('UNAUTHENTICATED');
  });

  it('changes things without what protects cookies, and is not taken beside one', async () => {
    const anna = await server.signUp();
    const authorization = `Bearer ${await tokenOf()}`;
    const both = await change({ authorization, cookie: anna.cookie, 'x-commons': '1' });
    const forged = await change({ authorization, cookie: 'commons.session_token=forged', 'x-commons': '1' });

    expect((await change({ authorization })).status).toBe(200);
    expect([both.status, forged.status]).toEqual([400, 400]);
    expect((await change({ cookie: anna.cookie })).status).toBe(403);
    expect((await change({ authorization, cookie: anna.cookie })).status).toBe(403);
    expect(await server.db.admin`select full_name from users where id = ${anna.userId}`).toEqual([
      { full_name: 'Test Person' },
    ]);
  });

  it('from before its sign-out is refused, and a later one is not', async () => {
    const sub = `ended-${++count}`;
    const old = await tokenOf({ sub });
    const { id } = await person(await ask(old));
    await server.db.admin`update identity.external_subjects set not_before = now() where user_id = ${id}`;
    const iat = Math.floor(Date.now() / 1_000) + 2;
    const later = await tokenOf({ sub, iat, exp: iat + 600 });

    expect((await ask(old)).status).toBe(401);
    expect((await person(await ask(later))).id).toBe(id);
  });

  it('opens no page of the account, which is for browsers', async () => {
    expect((await ask(await tokenOf(), '/api/account/devices')).status).toBe(401);
  });

  it('is nowhere in the log', async () => {
    const token = await tokenOf({ exp: 1 });
    await ask(token);

    expect(server.logText()).not.toContain(token);
    expect(server.logText()).not.toContain(secret);
  });

  it('means nothing to a server that was not told whose to take', async () => {
    await using plain = await startTestServer({ apps: [sampleApp], db: server.db });
    const headers = { authorization: `Bearer ${await tokenOf()}` };
    const response = await fetch(`${plain.url}/sample/trpc/people.me`, { headers });

    expect(response.status).toBe(401);
  });
});
