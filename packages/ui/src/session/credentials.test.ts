import { describe, expect, it } from 'vitest';
import { emailProblem, newPasswordProblem } from './credentials.ts';

describe('emailProblem', () => {
  it.each(['ada@example.com', ' ada@example.com ', 'a+b@sub.example.co.uk', 'ü@bücher.example'])(
    'accepts %j',
    (email) => {
      expect(emailProblem(email)).toEqual({});
    },
  );

  it.each(['', '  ', undefined, 'ada', 'ada@', 'ada@example', 'a b@example.com'])(
    'asks again for %j',
    (email) => {
      expect(emailProblem(email)).toHaveProperty('email');
    },
  );
});

describe('newPasswordProblem', () => {
  it('counts how many characters are missing', () => {
    expect(newPasswordProblem('password', '123456789').password).toContain('1 more');
    expect(newPasswordProblem('password').password).toContain('10 more');
  });

  it('accepts whatever is long enough, spaces included', () => {
    expect(newPasswordProblem('password', 'four words a b')).toEqual({});
    expect(newPasswordProblem('password', 'x'.repeat(128))).toEqual({});
    expect(newPasswordProblem('password', 'x'.repeat(129))).toHaveProperty('password');
  });
});
