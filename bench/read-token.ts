import { createHmac, timingSafeEqual } from 'node:crypto';

const cookieName = 'commons.session_token';

/** A session cookie as the product's sign-in writes it. */
export function sessionCookie(token: string, secret: string): string {
  return `${cookieName}=${encodeURIComponent(`${token}.${sign(token, secret).toString('base64')}`)}`;
}

/** The token of a Cookie header, if its signature is right. */
export function readToken(cookies: string | null | undefined, secret: string): string | undefined {
  const pair = (cookies ?? '').split('; ').find((one) => one.startsWith(`${cookieName}=`));
  const value = pair && decodeURIComponent(pair.slice(cookieName.length + 1));
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = sign(token, secret);
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

const sign = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest();
