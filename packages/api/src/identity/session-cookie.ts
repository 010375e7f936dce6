import { createHmac, timingSafeEqual } from 'node:crypto';

const name = 'commons.session_token';

/** Name of the session cookie; with TLS the prefix makes browsers refuse it from anything but TLS. */
export function sessionCookieName(secure: boolean): string {
  return secure ? `__Secure-${name}` : name;
}

/**
 * The session token in a Cookie header, if its signature is ours: the format that better-auth writes
 * (`token.base64(hmac-sha256(token))`), verified here because better-auth's own reading costs fifteen times as much.
 */
export function readSessionToken(
  cookieHeader: string | null | undefined,
  options: { secure: boolean; secret: string },
): string | undefined {
  const value = cookieValue(cookieHeader ?? '', sessionCookieName(options.secure));
  const dot = value?.lastIndexOf('.') ?? -1;
  if (value === undefined || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', options.secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function cookieValue(header: string, wanted: string): string | undefined {
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals === -1 || pair.slice(0, equals).trim() !== wanted) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}
