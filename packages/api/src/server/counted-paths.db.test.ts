import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';
import { defaultSignInLimits } from './sign-in-limits.ts';

let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  const signInLimits = {
    ...defaultSignInLimits,
    byClient: { max: 1, windowMs: 86_400_000 },
    answerAfterMs: 0,
  };
  server = await startTestServer({ apps: [sampleApp], signInLimits });
});
afterAll(() => server?.[Symbol.asyncDispose]());

const email = 'anna@example.org';
const password = 'a password of hers';

it.each<[string, object]>([
  ['sign-up/email', { name: 'Anna', email, password }],
  ['sign-in/email', { email, password }],
  ['request-password-reset', { email }],
  ['reset-password', { token: 'a guess', newPassword: password }],
  ['change-password', { currentPassword: 'a guess', newPassword: password }],
  ['sign-in/social', { provider: 'google' }],
  ['link-social', { provider: 'google' }],
])('what anybody may try at %s is counted', async (path, body) => {
  const first = await server.visitor.request(`/api/auth/${path}`, body);
  const second = await server.visitor.request(`/api/auth/${path}`, body);

  expect(first.status).not.toBe(429);
  // Linking asks for a session that has just begun, before anything is counted.
  expect(second.status).toBe(path === 'link-social' ? 401 : 429);
});
