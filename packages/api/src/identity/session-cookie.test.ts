import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSessionToken, sessionCookieName } from './session-cookie.ts';

const secret = 'a secret';
const sign = (token: string, key = secret) =>
  encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`);
const read = (header: string | undefined) => readSessionToken(header, { secure: false, secret });

describe('reading the session cookie', () => {
  it('finds the token among other cookies', () => {
    expect(read(`theme=dark; commons.session_token=${sign('abc')}; x=y`)).toBe('abc');
  });

  it('accepts no other signature, and none at all', () => {
    expect(read(`commons.session_token=${sign('abc', 'another')}`)).toBeUndefined();
    expect(read('commons.session_token=abc.')).toBeUndefined();
    expect(read('commons.session_token=abc')).toBeUndefined();
    expect(read('commons.session_token=')).toBeUndefined();
    expect(read(undefined)).toBeUndefined();
  });

  it('does not take a cookie whose name only ends like ours', () => {
    expect(read(`not-commons.session_token=${sign('abc')}`)).toBeUndefined();
  });

  it('behind TLS accepts only the name that browsers keep to TLS', () => {
    const insecure = `commons.session_token=${sign('abc')}`;

    expect(readSessionToken(insecure, { secure: true, secret })).toBeUndefined();
    expect(sessionCookieName(true)).toBe('__Secure-commons.session_token');
  });

  it('survives an encoding that is broken', () => {
    expect(read('commons.session_token=%E0%A4%A')).toBeUndefined();
  });
});
