import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';

let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  server = await startTestServer({
    apps: [sampleApp],
    env: { google: { clientId: 'our-client', clientSecret: 'planted-client-secret' } },
  });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const path = '/api/auth/sign-in/social';

describe('signing in with Google', () => {
  it('sends people there with state and PKCE, and back to this site', async () => {
    const response = await server.visitor.request(path, { provider: 'google', callbackURL: '/sample/' });
    const { url } = (await response.json()) as { url: string };
    const { origin, searchParams } = new URL(url);

    expect(origin).toBe('https://accounts.google.com');
    expect(searchParams.get('client_id')).toBe('our-client');
    expect(searchParams.get('redirect_uri')).toBe(`${server.url}/api/auth/callback/google`);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('state')).toMatch(/.{20,}/);
    expect(url).not.toContain('planted-client-secret');
  });

  it('goes nowhere else afterwards', async () => {
    const callbackURL = 'https://evil.example/';
    const response = await server.visitor.request(path, { provider: 'google', callbackURL });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fields: { callbackURL: expect.any(Array) } });
  });

  it('does not accept a way back that it did not begin', async () => {
    const response = await server.visitor.request('/api/auth/callback/google?state=forged&code=forged');

    expect(response.status).toBe(302);
    expect(response.headers.getSetCookie().join()).not.toContain('session_token=');
  });

  it('is not offered for providers that are not configured', async () => {
    expect((await server.visitor.request(path, { provider: 'github' })).status).toBe(400);
  });
});
