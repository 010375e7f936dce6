import { describe, expect, it } from 'vitest';
import { loggedPath } from './observe.ts';

describe('a path in the log', () => {
  it.each([
    ['/api/auth/reset-password/planted-token', '/api/auth/reset-password/…'],
    ['/api/auth/verify/planted/token', '/api/auth/verify/…'],
    ['/api/auth/sign-in/email', '/api/auth/sign-in/email'],
    ['/api/auth/callback/google', '/api/auth/callback/google'],
    ['/chidi/trpc/conversations.list', '/chidi/trpc/conversations.list'],
  ])('%s is written as %s', (path, logged) => {
    expect(loggedPath(path)).toBe(logged);
  });

  it('has a bounded length', () => {
    expect(loggedPath(`/${'x'.repeat(5_000)}`)).toHaveLength(200);
  });
});
