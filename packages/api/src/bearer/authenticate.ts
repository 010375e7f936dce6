import { AppError } from '../errors/app-error.ts';
import { sessionCookieName } from '../identity/session-cookie.ts';

/** What a request shows of who asks; its worth is not judged yet. */
export type Credential = { kind: 'session'; token: string } | { kind: 'bearer'; token: string } | undefined;

/** The bearer token of a request, whoever it is for. */
export function bearerToken(headers: Headers): string | undefined {
  return /^bearer +([\w.~+/=-]+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
}

/** Whether a browser sent a session along, whatever it is worth. */
function hasSessionCookie(headers: Headers): boolean {
  const cookies = headers.get('cookie') ?? '';
  return [true, false].some((secure) => cookies.includes(`${sessionCookieName(secure)}=`));
}

/**
 * Reads the one credential of a request.
 *
 * @throws AppError BAD_INPUT when there are two: one of them would be ignored, and nobody could say which
 */
export function readCredential(
  headers: Headers,
  readToken: (cookieHeader: string | undefined) => string | undefined,
): Credential {
  const bearer = bearerToken(headers);
  if (bearer === undefined) {
    const token = readToken(headers.get('cookie') ?? undefined);
    return token === undefined ? undefined : { kind: 'session', token };
  }
  if (hasSessionCookie(headers)) {
    throw new AppError('BAD_INPUT', { message: 'Send a session cookie or a bearer token, not both.' });
  }
  return { kind: 'bearer', token: bearer };
}
