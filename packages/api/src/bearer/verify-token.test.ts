import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../errors/app-error.ts';
import { tokenVerifier } from './verify-token.ts';

const issuer = 'https://project.supabase.example/auth/v1';
const secret = 'a secret for tests that is long enough to be one';
const bytes = (text: string) => new TextEncoder().encode(text);
const nowS = () => Math.floor(Date.now() / 1_000);

function claims(changes: JWTPayload = {}): JWTPayload {
  const iat = nowS();
  const usual = { iss: issuer, aud: 'authenticated', sub: 'subject-1', role: 'authenticated' };
  return { ...usual, iat, exp: iat + 600, email: 'anna@example.org', ...changes };
}

const signed = (payload: JWTPayload, header: Record<string, unknown> = {}, key = bytes(secret)) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...header }).sign(key);

async function outcome(verify: ReturnType<typeof tokenVerifier>, token: string): Promise<string> {
  return verify(token).then(
    ({ subject }) => subject,
    (error: AppError) => error.code,
  );
}

describe('a token signed by secret', () => {
  const verify = tokenVerifier({ issuer, key: { secret } });

  it('says who somebody is, and nothing else', async () => {
    const metadata = {
      user_metadata: { email_verified: true, role: 'admin' },
      app_metadata: { admin: true },
    };
    expect(await verify(await signed(claims(metadata)))).toEqual({
      issuer,
      subject: 'subject-1',
      issuedAt: expect.any(Date),
      expiresAt: expect.any(Date),
      email: 'anna@example.org',
    });
  });

  const hourS = 60 * 60;
  it.each<[string, JWTPayload]>([
    ['no end', { exp: undefined as never }],
    ['no beginning', { iat: undefined as never }],
    ['no subject', { sub: undefined as never }],
    ['an empty subject', { sub: '' }],
    ['a subject of more than 255 characters', { sub: 'x'.repeat(256) }],
    ['a list for a subject', { sub: ['a'] as never }],
    ['an object for a subject', { sub: { a: 1 } as never }],
    ['a number for a subject', { sub: 7 as never }],
    ['a subject that no database can keep', { sub: 'a\u0000b' }],
    ['an end that has passed', { iat: nowS() - 900, exp: nowS() - 60 }],
    ['an end in ten years', { exp: nowS() + 10 * 365 * 24 * hourS }],
    ['a long life behind it', { iat: nowS() - 2 * hourS, exp: nowS() + 600 }],
    ['a beginning to come', { iat: nowS() + 600, exp: nowS() + 1_200 }],
    ['a time before which it does not hold', { nbf: nowS() + 600 }],
    ['another issuer', { iss: 'https://evil.example/auth/v1' }],
    ['no issuer', { iss: undefined as never }],
    ['another audience', { aud: 'anon' }],
    ['no audience', { aud: undefined as never }],
    ['the rights of the service', { role: 'service_role' }],
    ['the rights of nobody', { role: 'anon' }],
    ['no role', { role: undefined }],
    ['the mark of a refresh token', { typ: 'Refresh' }],
    ['another mark of a refresh token', { token_use: 'refresh' }],
    ['a third one', { token_type: 'refresh_token' }],
    ['the mark of an id token', { token_use: 'id' }],
  ])('is refused with %s', async (_, changes) => {
    expect(await outcome(verify, await signed(claims(changes)))).toBe('UNAUTHENTICATED');
  });

  it.each([['at+jwt'], ['JWT']])('may call itself %s', async (typ) => {
    expect(await outcome(verify, await signed(claims(), { typ }))).toBe('subject-1');
  });

  it.each([['refresh+jwt'], ['logout+jwt'], ['dpop+jwt']])('may not call itself %s', async (typ) => {
    expect(await outcome(verify, await signed(claims(), { typ }))).toBe('UNAUTHENTICATED');
  });

  it.each([['HS384'], ['HS512']])('is refused when it is signed by %s', async (alg) => {
    const long = bytes(secret.repeat(2));
    const other = tokenVerifier({ issuer, key: { secret: secret.repeat(2) } });
    expect(await outcome(other, await signed(claims(), { alg }, long))).toBe('UNAUTHENTICATED');
  });

  it('is refused without a signature, and with one by another secret', async () => {
    const [, payload] = (await signed(claims())).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');

    expect(await outcome(verify, new UnsecuredJWT(claims()).encode())).toBe('UNAUTHENTICATED');
    expect(await outcome(verify, `${none}.${payload}.`)).toBe('UNAUTHENTICATED');
    expect(await outcome(verify, await signed(claims(), {}, bytes('x'.repeat(40))))).toBe('UNAUTHENTICATED');
  });

  it('is whatever text somebody sends, and none of it gets in or breaks anything', async () => {
    const [header, payload, signature] = (await signed(claims())).split('.') as [string, string, string];
    const part = fc.oneof(fc.constantFrom(header, payload, signature, ''), fc.base64String(), fc.string());
    const text = fc
      .array(part, { maxLength: 5 })
      .map((parts) => parts.join('.'))
      .filter((token) => token !== `${header}.${payload}.${signature}`);
    await fc.assert(
      fc.asyncProperty(text, async (token) => (await outcome(verify, token)) === 'UNAUTHENTICATED'),
    );
  });
});

describe('a token signed by a key of the issuer', async () => {
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const ec = await generateKeyPair('ES256', { extractable: true });
  const attacker = await generateKeyPair('RS256', { extractable: true });
  let server: Server;
  let answer: () => { status?: number; body?: string; hang?: boolean };
  let asked = 0;
  const paths: (string | undefined)[] = [];
  const keys = async () => ({
    body: JSON.stringify({
      keys: [
        { ...(await exportJWK(rsa.publicKey)), kid: 'rsa', alg: 'RS256', use: 'sig' },
        { ...(await exportJWK(ec.publicKey)), kid: 'ec', alg: 'ES256', use: 'sig' },
      ],
    }),
  });
  const usual = await keys();
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      paths.push(request.url);
      const { status = 200, body = '', hang = false } = answer();
      if (!hang) response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = (answers: typeof answer = () => usual, keysTimeoutMs?: number) => {
    answer = answers;
    return tokenVerifier({ issuer, key: { jwksUrl: new URL('/keys', origin()) } }, keysTimeoutMs);
  };
  const sign = (alg: string, kid: string, key: typeof rsa.privateKey, header = {}) =>
    new SignJWT(claims()).setProtectedHeader({ alg, kid, ...header }).sign(key);

  it('holds by RS256 and ES256, and the keys are read once', async () => {
    const verify = open();
    const before = asked;
    expect(await outcome(verify, await sign('RS256', 'rsa', rsa.privateKey))).toBe('subject-1');
    expect(await outcome(verify, await sign('ES256', 'ec', ec.privateKey))).toBe('subject-1');
    expect(asked - before).toBe(1);
  });

  it('is refused when the public key served as a secret', async () => {
    const pem = await exportSPKI(rsa.publicKey);
    const token = await signed(claims(), { kid: 'rsa' }, bytes(pem));
    expect(await outcome(open(), token)).toBe('UNAUTHENTICATED');
    const padded = tokenVerifier({ issuer, key: { secret: pem } });
    expect(await outcome(padded, await sign('RS256', 'rsa', rsa.privateKey))).toBe('UNAUTHENTICATED');
  });

  it.each(['jwk', 'jku', 'x5u', 'x5c'])('does not bring its own key along as %s', async (name) => {
    const own = { ...(await exportJWK(attacker.publicKey)), kid: 'rsa', alg: 'RS256' };
    const value = name === 'jwk' ? own : name === 'x5c' ? ['MIIB'] : `${origin()}/evil`;
    const token = await sign('RS256', 'rsa', attacker.privateKey, { [name]: value });

    expect(await outcome(open(), token)).toBe('UNAUTHENTICATED');
    expect(paths).not.toContain('/evil');
  });

  it('is refused by a key that is unknown, without asking for the keys every time', async () => {
    const verify = open();
    const before = asked;
    const token = await sign('RS256', 'unknown', attacker.privateKey);
    for (let times = 0; times < 5; times += 1) expect(await outcome(verify, token)).toBe('UNAUTHENTICATED');
    expect(asked - before).toBe(1);
  });

  it.each<[string, typeof answer]>([
    ['answer with an error', () => ({ status: 500 })],
    ['answer with a page', () => ({ body: '<html>' })],
    ['answer with no keys', () => ({ body: '{"keys":"none"}' })],
    ['send elsewhere', () => ({ status: 302 })],
    ['hang', () => ({ hang: true })],
  ])('is neither taken nor refused while the keys %s', async (_, broken) => {
    const verify = open(broken, 300);
    const token = await sign('RS256', 'rsa', rsa.privateKey);
    expect(await outcome(verify, token)).toBe('UNAVAILABLE');
    answer = () => usual;
    expect(await outcome(verify, token)).toBe('subject-1');
  });

  it('is neither taken nor refused while nobody serves the keys', async () => {
    const verify = tokenVerifier({ issuer, key: { jwksUrl: new URL('http://127.0.0.1:1/keys') } });
    expect(await outcome(verify, await sign('RS256', 'rsa', rsa.privateKey))).toBe('UNAVAILABLE');
  });
});
