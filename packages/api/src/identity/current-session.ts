import { type ServiceDatabase, sessions } from '@commons/shared-db/service';
import { and, eq, gt, sql } from 'drizzle-orm';
import { AppError } from '../errors/app-error.ts';

/** The session of the browser that asks. */
export interface CurrentSession {
  id: string;
  userId: string;
  /** When its person last showed who they are. */
  createdAt: Date;
}

/** How long after signing in somebody may change who gets into the account without signing in again. */
const freshForMs = 15 * 60_000;

/** The session of a verified token, read from the database and not from what was read a moment ago. */
export async function currentSession(
  service: ServiceDatabase,
  token: string | undefined,
): Promise<CurrentSession | undefined> {
  if (token === undefined) return undefined;
  const [session] = await service.asService('who is signed in', (tx) =>
    tx
      .select({ id: sessions.id, userId: sessions.userId, createdAt: sessions.createdAt })
      .from(sessions)
      .where(and(eq(sessions.token, token), gt(sessions.expiresAt, sql`now()`))),
  );
  return session;
}

/** The session, if its person signed in a moment ago; a stolen laptop shall not change who gets into the account. */
export async function freshSession(
  service: ServiceDatabase,
  token: string | undefined,
): Promise<CurrentSession> {
  const session = await currentSession(service, token);
  if (!session) throw new AppError('UNAUTHENTICATED');
  if (Date.now() - session.createdAt.getTime() > freshForMs) {
    throw new AppError('FORBIDDEN', {
      message: 'Sign in again to change this.',
      details: { reason: 'SESSION_NOT_FRESH' },
    });
  }
  return session;
}
