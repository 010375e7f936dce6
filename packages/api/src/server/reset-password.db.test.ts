import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { allAtOnce } from '../../testing/all-at-once.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

let server: TestServer<Router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
});
afterAll(() => server?.[Symbol.asyncDispose]());

async function isSignedIn(person: TestPerson<Router>): Promise<boolean> {
  const response = await person.request('/sample/trpc/people.me');
  return response.status === 200;
}

async function auditOf(person: TestPerson<Router>): Promise<string[]> {
  const rows = await server.db.admin`
    select action from audit_log where user_id = ${person.userId} order by "timestamp", id`;
  return rows.map(({ action }) => action);
}

describe('resetting a password', () => {
  const path = '/api/auth/request-password-reset';

  async function resetLink(email: string): Promise<string> {
    await server.visitor.request(path, { email, redirectTo: '/sample/reset-password' });
    const { text } = await server.mailbox.next(email);
    return /http\S+/.exec(text)?.[0] ?? '';
  }
  const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1) ?? '';

  it('answers the same for an unknown address', async () => {
    const anna = await server.signUp();
    const known = await server.visitor.request(path, { email: anna.email });
    const unknown = await server.visitor.request(path, { email: 'unknown@example.org' });

    expect([known.status, unknown.status]).toEqual([200, 200]);
    expect(await known.json()).toEqual(await unknown.json());
    expect(server.mailbox.mails.some(({ to }) => to === 'unknown@example.org')).toBe(false);
  });

  it('leads by mail to a new password, ends every session and proves the address', async () => {
    const anna = await server.signUp();
    const link = await resetLink(anna.email);
    const visit = await fetch(link, { redirect: 'manual' });
    const target = new URL(visit.headers.get('location') ?? '', server.url);
    const token = target.searchParams.get('token') ?? '';
    const input = { token, newPassword: 'the password after the reset' };
    const response = await server.visitor.request('/api/auth/reset-password', input);
    const [proof] = await server.db.admin`
      select 1 from identity.email_verifications where user_id = ${anna.userId}`;

    expect(new URL(link).origin).toBe(server.url);
    expect(target.pathname).toBe('/sample/reset-password');
    expect(response.status).toBe(200);
    expect(await isSignedIn(anna)).toBe(false);
    expect(proof).toBeDefined();
    expect(await auditOf(anna)).toContain('password_reset');
    await server.signIn({ email: anna.email, password: input.newPassword });
    await expect(server.signIn(anna)).rejects.toThrow();

    const again = await server.visitor.request('/api/auth/reset-password', input);
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({ reason: 'INVALID_TOKEN' });
  });

  const useToken = (token: string, newPassword: string) =>
    server.visitor.request('/api/auth/reset-password', { token, newPassword });

  it('makes every other link that was sent before worthless, and leaves those of others', async () => {
    const [anna, ben] = [await server.signUp(), await server.signUp()];
    const older = tokenOf(await resetLink(anna.email));
    const newer = tokenOf(await resetLink(anna.email));
    const ofBen = tokenOf(await resetLink(ben.email));

    expect((await useToken(newer, 'the password after the reset')).status).toBe(200);
    const late = await useToken(older, 'the password of a thief');
    expect(late.status).toBe(400);
    expect(await late.json()).toMatchObject({ reason: 'INVALID_TOKEN' });
    await server.signIn({ email: anna.email, password: 'the password after the reset' });
    expect((await useToken(ofBen, 'another password of ben')).status).toBe(200);
  });

  it('works by one of two links that are used in the same instant', async () => {
    const anna = await server.signUp();
    const [older, newer] = [await resetLink(anna.email), await resetLink(anna.email)].map(tokenOf);
    const answers = await allAtOnce(server.db, anna.userId, [
      () => useToken(older ?? '', 'the password of the one'),
      () => useToken(newer ?? '', 'the password of the other'),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('is not possible by a link from before the password was changed', async () => {
    const anna = await server.signUp();
    const token = tokenOf(await resetLink(anna.email));
    const change = { currentPassword: anna.password, newPassword: 'a much newer password' };

    expect((await anna.request('/api/auth/change-password', change)).status).toBe(200);
    expect((await useToken(token, 'the password of a thief')).status).toBe(400);
    await server.signIn({ email: anna.email, password: change.newPassword });
  });

  it('ends every session even where the address cannot be marked as proved', async () => {
    const anna = await server.signUp();
    const token = tokenOf(await resetLink(anna.email));
    await server.db.admin.unsafe(`
      alter table identity.email_verifications add constraint broken check (user_id <> '${anna.userId}')`);

    expect((await useToken(token, 'the password after the reset')).ok).toBe(false);
    await server.db.admin`alter table identity.email_verifications drop constraint broken`;
    expect(await isSignedIn(anna)).toBe(false);
  });

  it('leads to the launcher when nobody said where to', async () => {
    const anna = await server.signUp();
    await server.visitor.request(path, { email: anna.email });
    const { text } = await server.mailbox.next(anna.email);
    const visit = await fetch(/http\S+/.exec(text)?.[0] ?? '', { redirect: 'manual' });
    const target = new URL(visit.headers.get('location') ?? '', server.url);

    expect(visit.status).toBe(302);
    expect(target.origin + target.pathname).toBe(`${server.url}/reset-password`);
    expect(target.searchParams.get('token')).toHaveLength(24);
  });

  it('keeps the token in the mail: neither log nor database has it', async () => {
    const anna = await server.signUp();
    const token = tokenOf(await resetLink(anna.email));
    await fetch(`${server.url}/api/auth/reset-password/${token}?callbackURL=/sample/`, {
      redirect: 'manual',
    });
    const [stored] = await server.db.admin`
      select 1 from identity.verifications where identifier like ${`%${token}%`}`;

    expect(token).toHaveLength(24);
    expect(stored).toBeUndefined();
    expect(server.logText()).not.toContain(token);
  });

  it.each(['https://evil.example/x', '//evil.example', '/\\evil.example'])(
    'leads to no other site, such as %s',
    async (redirectTo) => {
      const anna = await server.signUp();
      const response = await server.visitor.request(path, { email: anna.email, redirectTo });

      expect([400, 403]).toContain(response.status);
      expect(server.mailbox.mails.some(({ to }) => to === anna.email)).toBe(false);
    },
  );
});
