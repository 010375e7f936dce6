import { createSecretKey } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { AppError } from '../errors/app-error.ts';
import type { BearerSettings } from './bearer-settings.ts';

/** What a token that holds says; nothing else in it is read. */
export interface VerifiedToken {
  issuer: string;
  subject: string;
  issuedAt: Date;
  expiresAt: Date;
  /** Nobody has proved it to us. */
  email: string | undefined;
}

/** Checks a token, or throws UNAUTHENTICATED, or UNAVAILABLE when the keys cannot be read. */
export type VerifyToken = (token: string) => Promise<VerifiedToken>;

const audience = 'authenticated';
const maxTokenAgeS = 60 * 60;
const clockToleranceS = 5;
// What OpenID Connect allows.
const subjectMax = 255;
const tokenTypes: ReadonlySet<unknown> = new Set([undefined, 'JWT', 'at+jwt']);

/**
 * Pins everything about a token: how it is signed, by whom, for whom, and for how long.
 *
 * @param keysTimeoutMs how long the server of the keys may take to answer
 */
export function tokenVerifier({ issuer, key }: BearerSettings, keysTimeoutMs = 5_000): VerifyToken {
  const pinned = {
    issuer,
    audience,
    requiredClaims: ['exp', 'iat', 'sub'],
    maxTokenAge: maxTokenAgeS,
    clockTolerance: clockToleranceS,
  };
  // Keys are objects that know what they are for: a public key handed in as bytes would serve as a secret.
  const secret = 'secret' in key ? createSecretKey(key.secret, 'utf8') : undefined;
  const keySet =
    'jwksUrl' in key ? createRemoteJWKSet(key.jwksUrl, { timeoutDuration: keysTimeoutMs }) : undefined;

  return async (token) => {
    try {
      const { payload, protectedHeader } = secret
        ? await jwtVerify(token, secret, { ...pinned, algorithms: ['HS256'] })
        : // Safe because settings hold one of the two.
          await jwtVerify(token, keySet as NonNullable<typeof keySet>, {
            ...pinned,
            algorithms: ['RS256', 'ES256'],
          });
      if (!tokenTypes.has(protectedHeader.typ)) throw new AppError('UNAUTHENTICATED');
      return accessClaims(payload);
    } catch (error) {
      throw refusal(error);
    }
  };
}

/** Issuers sign what they are told; a subject is a name to look up, and PostgreSQL keeps neither a NUL nor half a character. */
function isSubject(sub: unknown): sub is string {
  return (
    typeof sub === 'string' &&
    sub !== '' &&
    sub.length <= subjectMax &&
    sub.isWellFormed() &&
    !sub.includes('\0')
  );
}

function accessClaims({ iss, sub, iat, exp, ...claims }: JWTPayload): VerifiedToken {
  if (!iss || !isSubject(sub) || iat === undefined || exp === undefined || exp - iat > maxTokenAgeS) {
    throw new AppError('UNAUTHENTICATED');
  }
  // Issuers that mark their refresh tokens do it in one of these; any role but a person's is nobody here.
  const marks = [claims.typ, claims.token_type, claims.token_use].filter((mark) => mark !== undefined);
  if (!marks.every((mark) => /^(bearer|access|at\+jwt)$/i.test(String(mark))) || claims.role !== audience) {
    throw new AppError('UNAUTHENTICATED');
  }
  const { email } = claims;
  return {
    issuer: iss,
    subject: sub,
    issuedAt: new Date(iat * 1_000),
    expiresAt: new Date(exp * 1_000),
    email: typeof email === 'string' && email !== '' ? email : undefined,
  };
}

/** What a token may have wrong is one answer; keys that cannot be read are our trouble and say so. */
function refusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const ofToken =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    // What jose throws by its base class is about reading the keys.
    error.code !== 'ERR_JOSE_GENERIC';
  return new AppError(ofToken ? 'UNAUTHENTICATED' : 'UNAVAILABLE', { cause: error });
}
