import { describe, expect, it } from 'vitest';
import { RequestPasswordReset, UpdateUser } from './schemas.ts';

describe('a name', () => {
  it.each([
    ['a\u0000b', 'ab'],
    ['\u0000 Anna ', 'Anna'],
    ['Anna \ud83d', 'Anna \ufffd'],
    ['\ude00 Anna', '\ufffd Anna'],
    ['Anna 😀', 'Anna 😀'],
  ])('%j becomes %j, which a database can keep', (name, kept) => {
    expect(UpdateUser.parse({ name }).name).toBe(kept);
  });

  it('of nothing else is empty', () => {
    expect(UpdateUser.safeParse({ name: '\u0000 \u0000' }).success).toBe(false);
  });
});

describe('a path to go to afterwards', () => {
  const isAccepted = (redirectTo: string) =>
    RequestPasswordReset.safeParse({ email: 'anna@example.org', redirectTo }).success;

  it.each(['/', '/chidi/reset-password', '/a?b=c&d=%20#e', '/größe/😀'])('may be %s', (path) => {
    expect(isAccepted(path)).toBe(true);
  });

  it.each(['', 'a', '//evil.example', '/\\evil.example', '/a b', '/a\u0000b', '/\ud800', '/\udc00'])(
    'may not be %j',
    (path) => {
      expect(isAccepted(path)).toBe(false);
    },
  );
});
