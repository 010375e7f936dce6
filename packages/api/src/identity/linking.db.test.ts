import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import {
  comeBack,
  startTestProvider,
  startTestServer,
  type TestPerson,
  type TestProvider,
  type TestServer,
  type VisitOptions,
  visitProvider,
} from '../../testing/index.ts';

type Person = TestPerson<typeof sampleApp.router>;

const keys = { clientId: 'our-client', clientSecret: 'planted-client-secret' };
let server: TestServer<typeof sampleApp.router>;
let provider: TestProvider;
beforeAll(async () => {
  provider = await startTestProvider();
  server = await startTestServer({ apps: [sampleApp], env: { providers: { google: keys, github: keys } } });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await provider?.[Symbol.asyncDispose]();
});

let count = 5000;
const known = (email: string, more: Partial<VisitOptions['person']> = {}) => ({
  subject: String(++count),
  email,
  emailVerified: true,
  name: 'Nora Lind',
  ...more,
});
const signInWith = async (person: VisitOptions['person'], id: VisitOptions['id'] = 'google') =>
  comeBack(await visitProvider({ url: server.url, provider, id, person }));
const linking = (who: Person, person: VisitOptions['person'], id: VisitOptions['id'] = 'google') =>
  visitProvider({
    ...{ url: server.url, provider, id, person, cookie: who.cookie },
    ...{ path: '/api/auth/link-social', callbackURL: '/account' },
  });
const prove = ({ userId }: Person) =>
  server.db.admin`insert into identity.email_verifications (user_id) values (${userId})`;
const waysInto = async ({ userId }: Person) => {
  const rows = await server.db.admin`
    select provider_id, account_id from identity.accounts where user_id = ${userId} order by provider_id`;
  return rows.map(({ provider_id }) => provider_id);
};
const auditOf = async ({ userId }: Person) => {
  const rows = await server.db.admin`
    select action, details from audit_log where user_id = ${userId} order by "timestamp", id`;
  return rows.map(({ action, details }) => `${action} ${details?.provider ?? ''}`.trim());
};
const idOf = async (session: string) => {
  const response = await fetch(`${server.url}/sample/trpc/people.me`, { headers: { cookie: session } });
  return ((await response.json()) as { result: { data: { id: string } } }).result.data.id;
};

/** How many connections wait for a lock. */
const waiting = async () => {
  const rows = await server.db.admin`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return rows.length;
};

describe('an address alone', () => {
  it('does not let its owner into an account that somebody else made with it', async () => {
    const squatter = await server.signUp();
    const { location, session } = await signInWith(known(squatter.email.toUpperCase()));

    expect([location, session]).toEqual(['/sample/sign-in?error=account_not_linked', '']);
    expect(await waysInto(squatter)).toEqual(['credential']);
  });

  it('does not let somebody in whose provider has not checked it', async () => {
    const victim = await server.signUp();
    await prove(victim);
    const { location, session } = await signInWith(known(victim.email, { emailVerified: false }), 'github');

    expect([location, session]).toEqual(['/sample/sign-in?error=account_not_linked', '']);
    expect(await waysInto(victim)).toEqual(['credential']);
  });

  it('links once both sides have proved it, and afterwards the subject alone counts', async () => {
    const anna = await server.signUp();
    await prove(anna);
    const google = known(anna.email);
    const first = await signInWith(google);
    const second = await signInWith({ ...google, email: 'elsewhere@example.org', emailVerified: false });

    expect(await Promise.all([first, second].map(({ session }) => idOf(session)))).toEqual([
      anna.userId,
      anna.userId,
    ]);
    expect(await auditOf(anna)).toContain('account_linked google');
  });

  it('given back to its owner by mail, leaves nothing of whoever squatted on it', async () => {
    const squatter = await server.signUp();
    const own = known('squatter@example.org', { subject: '777' });
    await comeBack(await linking(squatter, own, 'github'));
    await server.visitor.request('/api/auth/request-password-reset', { email: squatter.email });
    const { text } = await server.mailbox.next(squatter.email);
    const [, token = ''] = /reset-password\/([^?\s]+)/.exec(text) ?? [];
    await server.visitor.request('/api/auth/reset-password', { token, newPassword: 'of the real owner' });
    const again = await signInWith(own, 'github');
    const owner = await signInWith(known(squatter.email));

    expect((await squatter.request('/sample/trpc/people.me')).status).toBe(401);
    expect(await idOf(again.session)).not.toBe(squatter.userId);
    expect(await idOf(owner.session)).toBe(squatter.userId);
    expect(await waysInto(squatter)).toEqual(['credential', 'google']);
    expect(await auditOf(squatter)).toContain('account_unlinked github');
  });

  it('with a first password by mail, keeps no other link of a mail', async () => {
    const { session } = await signInWith(known('first-password@example.org'));
    const userId = await idOf(session);
    const mailed = async () => {
      await server.visitor.request('/api/auth/request-password-reset', {
        email: 'first-password@example.org',
      });
      const { text } = await server.mailbox.next('first-password@example.org');
      return /reset-password\/([^?\s]+)/.exec(text)?.[1] ?? '';
    };
    const reset = (token: string, newPassword: string) =>
      server.visitor.request('/api/auth/reset-password', { token, newPassword });
    const [older, newer] = [await mailed(), await mailed()];

    expect((await reset(newer, 'of the real owner')).status).toBe(200);
    expect((await reset(older, 'of a thief 123')).status).toBe(400);
    await server.signIn({ userId, email: 'first-password@example.org', password: 'of the real owner' });
  });

  it('given back by mail, gets no link by a session that ends with it', async () => {
    const squatter = await server.signUp();
    const wayBack = await linking(squatter, known('squatter-late@example.org'), 'github');
    await server.visitor.request('/api/auth/request-password-reset', { email: squatter.email });
    const { text } = await server.mailbox.next(squatter.email);
    const [, token = ''] = /reset-password\/([^?\s]+)/.exec(text) ?? [];
    await server.db.admin`
      insert into identity.external_subjects (user_id, issuer, subject)
      values (${squatter.userId}, 'https://issuer.example', ${squatter.userId})`;
    const { reset, back } = await server.db.admin.begin(async (holder) => {
      // Stops the reset in the middle of its transaction, behind the removal of links.
      await holder`select 1 from identity.external_subjects where user_id = ${squatter.userId} for update`;
      const reset = server.visitor.request('/api/auth/reset-password', {
        token,
        newPassword: 'of the owner',
      });
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      let isBack = false;
      const back = comeBack(wayBack).finally(() => {
        isBack = true;
      });
      await expect.poll(async () => isBack || (await waiting()) === 2, { timeout: 10_000 }).toBe(true);
      return { reset, back };
    });

    expect((await reset).status).toBe(200);
    await back;
    expect(await waysInto(squatter)).toEqual(['credential']);
  });

  const sessionsOf = ({ userId }: Person) =>
    server.db.admin`select 1 from identity.sessions where user_id = ${userId}`;

  it('given back by mail, signs out who came by a link a moment before it went', async () => {
    const squatter = await server.signUp();
    const google = known('squatter-before@example.org');
    await comeBack(await linking(squatter, google));
    await server.visitor.request('/api/auth/request-password-reset', { email: squatter.email });
    const { text } = await server.mailbox.next(squatter.email);
    const [, token = ''] = /reset-password\/([^?\s]+)/.exec(text) ?? [];
    const { reset } = await server.db.admin.begin(async (holder) => {
      // Stops the reset between the end of the sessions and the removal of links.
      await holder`select 1 from identity.accounts where account_id = ${google.subject} for update`;
      const reset = server.visitor.request('/api/auth/reset-password', {
        token,
        newPassword: 'of the owner',
      });
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      expect((await signInWith(google)).session).not.toBe('');
      return { reset };
    });

    expect((await reset).status).toBe(200);
    expect(await waysInto(squatter)).toEqual(['credential']);
    expect(await sessionsOf(squatter)).toEqual([]);
  });

  it('does not let in who comes by a link that goes meanwhile', async () => {
    const squatter = await server.signUp();
    const google = known('squatter-after@example.org');
    await comeBack(await linking(squatter, google));
    const before = (await sessionsOf(squatter)).length;
    const { back } = await server.db.admin.begin(async (holder) => {
      await holder`select 1 from users where id = ${squatter.userId} for no key update`;
      const back = signInWith(google);
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
      await holder`delete from identity.accounts where account_id = ${google.subject}`;
      return { back };
    });

    expect((await back).session).toBe('');
    expect(await sessionsOf(squatter)).toHaveLength(before);
  });

  it('that was proved before keeps its links when the password is reset', async () => {
    const anna = await server.signUp();
    await prove(anna);
    await comeBack(await linking(anna, known(anna.email)));
    await server.visitor.request('/api/auth/request-password-reset', { email: anna.email });
    const { text } = await server.mailbox.next(anna.email);
    const [, token = ''] = /reset-password\/([^?\s]+)/.exec(text) ?? [];
    await server.visitor.request('/api/auth/reset-password', { token, newPassword: 'another password' });

    expect(await sessionsOf(anna)).toEqual([]);
    expect(await waysInto(anna)).toEqual(['credential', 'google']);
  });
});

describe('linking while signed in', () => {
  it('takes an account of another address, keeps google_id, and is on record', async () => {
    const anna = await server.signUp();
    const google = known('anna.elsewhere@example.org', { picture: 'https://pictures.example/a.png' });
    const { location } = await comeBack(await linking(anna, google));
    const [user] = await server.db.admin`select * from users where id = ${anna.userId}`;

    expect(location).toBe('/account');
    expect(user).toMatchObject({ email: anna.email, google_id: google.subject, avatar_url: google.picture });
    expect(await auditOf(anna)).toEqual(['user_signup', 'user_login', 'account_linked google']);
    expect(await idOf((await signInWith(google)).session)).toBe(anna.userId);
  });

  it('does not prove the address of the account', async () => {
    const anna = await server.signUp();
    await comeBack(await linking(anna, known('another@example.org')));

    expect(
      await server.db.admin`select 1 from identity.email_verifications where user_id = ${anna.userId}`,
    ).toEqual([]);
  });

  it('refuses an account that belongs to somebody else here', async () => {
    const google = known('ben@example.org');
    const { session } = await signInWith(google);
    const anna = await server.signUp();
    const { location } = await comeBack(await linking(anna, google));

    expect(location).toBe('/sample/sign-in?error=account_already_linked_to_different_user');
    expect(await waysInto(anna)).toEqual(['credential']);
    expect(await idOf(session)).not.toBe(anna.userId);
  });

  it('ends where it began: not for whoever signed in meanwhile in the same browser', async () => {
    const anna = await server.signUp();
    const ben = await server.signUp();
    const { wayBack, cookie } = await linking(anna, known('ben.private@example.org'));
    const asBen = cookie.replace(anna.cookie, ben.cookie);

    expect((await comeBack({ wayBack, cookie: asBen })).location).toMatch(/error=session_changed$/);
    const again = await linking(anna, known('ben.private@example.org'));
    const signedOut = again.cookie.replace(`${anna.cookie}; `, '');
    expect((await comeBack({ ...again, cookie: signedOut })).location).toMatch(/error=session_changed$/);
    expect([await waysInto(anna), await waysInto(ben)]).toEqual([['credential'], ['credential']]);
  });

  it('needs a session that has just begun', async () => {
    const anna = await server.signUp();
    await server.db.admin`
      update identity.sessions set created_at = now() - interval '16 minutes' where user_id = ${anna.userId}`;
    const refused = await anna.request('/api/auth/link-social', { provider: 'google' });
    const visitor = await server.visitor.request('/api/auth/link-social', { provider: 'google' });

    expect([refused.status, visitor.status]).toEqual([403, 401]);
    expect(await refused.json()).toMatchObject({ details: { reason: 'SESSION_NOT_FRESH' } });
  });
});
