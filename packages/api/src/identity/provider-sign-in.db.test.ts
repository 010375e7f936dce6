import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { comeBack, type VisitOptions, visitProvider } from '../../testing/provider-visit.ts';
import { startTestProvider, type TestProvider } from '../../testing/test-provider.ts';
import { providerIds } from './schemas.ts';

const keys = { clientId: 'our-client', clientSecret: 'planted-client-secret' };
let server: TestServer<typeof sampleApp.router>;
let provider: TestProvider;
beforeAll(async () => {
  provider = await startTestProvider();
  const providers = { google: keys, github: keys, linkedin: keys };
  server = await startTestServer({ apps: [sampleApp], env: { providers }, providerTimeoutMs: 2_000 });
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await provider?.[Symbol.asyncDispose]();
});

let count = 1000;
const somebody = (more: Partial<VisitOptions['person']> = {}) => {
  const subject = String(++count);
  return { subject, email: `p${subject}@example.org`, emailVerified: true, name: 'Nora Lind', ...more };
};
const visit = (options: Partial<VisitOptions> = {}) =>
  visitProvider({ url: server.url, provider, id: 'google', person: somebody(), ...options });
const signInPath = '/api/auth/sign-in/social';
const usersOf = (email: string) => server.db.admin`select * from users where email = ${email}`;

describe.each(providerIds)('signing in with %s', (id) => {
  it('makes an account at the first time, finds it by the subject at the second', async () => {
    const person = somebody({ picture: 'https://pictures.example/1.png' });
    const first = await comeBack(await visit({ id, person }));
    // The address at the provider has become another, and somebody else has it here.
    const taken = await server.signUp();
    const second = await comeBack(await visit({ id, person: { ...person, email: taken.email } }));
    const [user, ...others] = await usersOf(person.email);
    const audit = await server.db.admin`
      select action, details from audit_log where user_id = ${user?.id} order by "timestamp", id`;

    expect([first.location, second.location]).toEqual(['/sample/', '/sample/']);
    expect(others).toEqual([]);
    expect(user).toMatchObject({
      full_name: 'Nora Lind',
      avatar_url: person.picture,
      google_id: id === 'google' ? person.subject : null,
      last_login: expect.any(Date),
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'user_signup',
      'account_linked',
      'user_login',
      'user_login',
    ]);
    expect(audit[2]?.details).toEqual({ provider: id });
    for (const { session } of [first, second]) {
      const me = await fetch(`${server.url}/sample/trpc/people.me`, { headers: { cookie: session } });
      expect(await me.json()).toMatchObject({ result: { data: { id: user?.id } } });
    }
  });

  it('keeps no token of the provider, and shows no secret', async () => {
    const person = somebody();
    const { address, ...rest } = await visit({ id, person });
    await comeBack(rest);
    const rows = await server.db.admin`
      select access_token, refresh_token, id_token from identity.accounts where account_id = ${person.subject}`;

    expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
    expect(address.href).not.toContain(keys.clientSecret);
    expect(server.logText()).not.toContain(keys.clientSecret);
    expect(server.logText()).not.toContain(person.email);
  });

  it('refuses a new account for an address that the provider has not checked', async () => {
    const person = somebody({ emailVerified: false });
    const { location, session } = await comeBack(await visit({ id, person }));

    expect([location, session]).toEqual(['/sample/sign-in?error=email_not_verified', '']);
    expect(await usersOf(person.email)).toEqual([]);
  });

  it('says so when the provider gives no address', async () => {
    const { subject, name } = somebody();
    const { location } = await comeBack(await visit({ id, person: { subject, name } }));

    expect(location).toBe('/sample/sign-in?error=email_not_found');
  });

  it('is bound to the browser that began', async () => {
    const { wayBack, cookie } = await visit({ id });
    const other = await visit({ id });
    const stolen = await comeBack({ wayBack, cookie: '' });
    const foreign = await comeBack({ wayBack, cookie: other.cookie });
    const own = await comeBack({ wayBack, cookie });

    expect([stolen.session, foreign.session]).toEqual(['', '']);
    expect([stolen.location, foreign.location]).toEqual([
      '/sample/sign-in?error=state_mismatch',
      '/sample/sign-in?error=state_mismatch',
    ]);
    expect(own.session).not.toBe('');
  });
});

describe('the way to a provider', () => {
  it.each(['google', 'github'] as const)('carries state and a PKCE challenge to %s', async (id) => {
    const before = provider.tokenRequests.length;
    const { address, cookie, wayBack } = await visit({ id });
    await comeBack({ cookie, wayBack });
    const verifier = provider.tokenRequests.at(before)?.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');

    expect(verifier).toMatch(/^[\w.~-]{43,128}$/);
    expect(address.searchParams.get('code_challenge')).toBe(challenge);
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect(address.searchParams.get('state')).toMatch(/^.{32,}$/);
    expect(address.searchParams.get('redirect_uri')).toBe(`${server.url}/api/auth/callback/${id}`);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never ends at %s',
    async (callbackURL) => {
      for (const field of ['callbackURL', 'errorCallbackURL']) {
        const response = await server.visitor.request(signInPath, {
          provider: 'google',
          [field]: callbackURL,
        });
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ fields: { [field]: expect.any(Array) } });
      }
    },
  );

  it('is offered for what is configured, and for nothing else', async () => {
    await using plain = await startTestServer({ apps: [sampleApp], env: { providers: { github: keys } } });
    const offered = await plain.visitor.request('/api/auth/providers');
    const refused = await plain.visitor.request(signInPath, { provider: 'google' });

    expect(await offered.json()).toEqual(['github']);
    expect(refused.status).toBe(404);
    expect((await server.visitor.request(signInPath, { provider: 'gitlab' })).status).toBe(400);
  });
});

describe('the way back', () => {
  const back = (query: string, id = 'google') =>
    comeBack({ wayBack: `${server.url}/api/auth/callback/${id}?${query}`, cookie: '' });

  it('opens nothing when it was never begun', async () => {
    expect(await back('state=forged&code=forged')).toEqual({
      location: '/sample/sign-in?error=state_mismatch',
      session: '',
    });
    expect(await back('code=forged')).toMatchObject({ location: '/sample/sign-in?error=state_not_found' });
  });

  it('can be taken once', async () => {
    const { cookie, wayBack } = await visit();
    const first = await comeBack({ cookie, wayBack });
    const asked = provider.tokenRequests.length;
    const again = await comeBack({ cookie, wayBack });

    expect(first.session).not.toBe('');
    expect(again).toEqual({ location: '/sample/sign-in?error=state_mismatch', session: '' });
    expect(provider.tokenRequests).toHaveLength(asked);
  });

  it('belongs to the provider that was asked', async () => {
    const { cookie, wayBack } = await visit({ id: 'google' });
    const elsewhere = await comeBack({
      cookie,
      wayBack: wayBack.replace('callback/google', 'callback/linkedin'),
    });

    expect(elsewhere).toEqual({ location: '/sample/sign-in?error=state_mismatch', session: '' });
  });

  it('says that the person declined, in our words only', async () => {
    const { cookie, address } = await visit();
    const state = address.searchParams.get('state');
    const words = 'error=access_denied&error_description=Call+0900+1234';
    const wayBack = `${server.url}/api/auth/callback/google?state=${state}&${words}`;

    expect(await comeBack({ cookie, wayBack })).toEqual({
      location: '/sample/sign-in?error=access_denied',
      session: '',
    });
  });

  it.each([
    [
      'answers with an error',
      () => Promise.resolve(Response.json({ error: 'server_error' }, { status: 500 })),
    ],
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
    ['answers with a page', () => Promise.resolve(new Response('<html>'))],
  ])('leads to a page of ours when the provider %s', async (_, onToken) => {
    const { cookie, wayBack } = await visit();
    provider.onToken = onToken;
    const { location, session } = await comeBack({ cookie, wayBack });
    provider.onToken = undefined;

    expect(location).toMatch(/^\/sample\/sign-in\?error=(invalid_code|unable_to_get_user_info)$/);
    expect(session).toBe('');
  });

  it('does not wait for a provider that hangs', async () => {
    const { cookie, wayBack } = await visit();
    provider.onToken = () => new Promise(() => {});
    const returned = await comeBack({ cookie, wayBack });
    provider.onToken = undefined;

    expect(returned).toEqual({ location: '/sample/sign-in?error=provider_too_slow', session: '' });
  });

  it('takes a picture from https only', async () => {
    const person = somebody({ picture: 'http://pictures.example/1.png' });
    await comeBack(await visit({ person }));

    expect(await usersOf(person.email)).toMatchObject([{ avatar_url: null }]);
  });

  it('follows the picture, and leaves a name that was chosen here', async () => {
    const person = somebody({ picture: 'https://pictures.example/old.png' });
    await comeBack(await visit({ person }));
    await server.db.admin`update users set full_name = 'Chosen Here' where email = ${person.email}`;
    await comeBack(await visit({ person: { ...person, picture: 'https://pictures.example/new.png' } }));

    expect(await usersOf(person.email)).toMatchObject([
      { full_name: 'Chosen Here', avatar_url: 'https://pictures.example/new.png' },
    ]);
  });
});
