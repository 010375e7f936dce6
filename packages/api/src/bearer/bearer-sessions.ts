import type { ServiceDatabase } from '@commons/shared-db/service';
import { AppError } from '../errors/app-error.ts';
import type { Session } from '../identity/session.ts';
import type { SessionWatch } from '../identity/session-store.ts';
import { findSubject } from './find-subject.ts';
import type { VerifiedToken, VerifyToken } from './verify-token.ts';

/** What a bearer token opens: the same as a cookie's session, for as long as the token lives. */
export interface BearerSession {
  readonly session: Session;
  /** Whether the token would still be taken. */
  stillValid(): Promise<boolean>;
  watch(): SessionWatch;
}

/** Reads bearer tokens. */
export interface BearerSessions {
  /** @throws AppError UNAUTHENTICATED, FORBIDDEN where nobody can stand behind it, UNAVAILABLE where that cannot be told */
  open(token: string, requestId: string): Promise<BearerSession>;
}

const sweepMs = 5_000;

/** Opens sessions by bearer token; without a verifier this server takes none. */
export function bearerSessions(service: ServiceDatabase, verify: VerifyToken | undefined): BearerSessions {
  return {
    async open(token, requestId) {
      if (!verify) throw new AppError('UNAUTHENTICATED', { message: 'This server takes no bearer tokens.' });
      const verified = await verify(token);
      const { id, user } = await findSubject(service, verified, requestId);
      const stillValid = () => standsFor(service, verified, user.id);
      return {
        session: Object.freeze({ id, user, expiresAt: verified.expiresAt }),
        stillValid,
        watch: () => watchUntilInvalid(stillValid),
      };
    },
  };
}

async function standsFor(service: ServiceDatabase, token: VerifiedToken, userId: string): Promise<boolean> {
  if (token.expiresAt <= new Date()) return false;
  try {
    return (await findSubject(service, { ...token, email: undefined })).user.id === userId;
  } catch (error) {
    // Of an outage nothing follows; a person who is gone has no address to be made again with.
    if (error instanceof AppError) return false;
    throw error;
  }
}

function watchUntilInvalid(stillValid: () => Promise<boolean>): SessionWatch {
  const ended = new AbortController();
  const look = async () => {
    if (!(await stillValid())) ended.abort();
  };
  // A look that fails is made up for by the next.
  const timer = setInterval(() => void look().catch(() => undefined), sweepMs).unref();
  return { ended: ended.signal, [Symbol.dispose]: () => clearInterval(timer) };
}
