import { auditFor, users, uuidV7 } from '@commons/shared-db';
import { externalSubjects, type ServiceDatabase } from '@commons/shared-db/service';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import type { SessionUser } from '../identity/session.ts';
import type { VerifiedToken } from './verify-token.ts';

/** Whom a token stands for. */
export interface Subject {
  id: string;
  user: SessionUser;
}

const Address = z.email().max(255);

/**
 * The person behind a token's subject, made at the first sight of it. An address never leads to a person who is here
 * already: nobody has proved it to us. A token from before its sign-out stands for nobody.
 */
export async function findSubject(
  service: ServiceDatabase,
  token: VerifiedToken,
  requestId?: string,
): Promise<Subject> {
  const known = (await readSubject(service, token)) ?? (await addSubject(service, token, requestId));
  if (known.notBefore && token.issuedAt <= known.notBefore) throw new AppError('UNAUTHENTICATED');
  if (!known.lastLogin || known.lastLogin < token.issuedAt)
    await keepLastLogin(service, known.user.id, token);
  return { id: known.id, user: known.user };
}

async function readSubject(service: ServiceDatabase, { issuer, subject }: VerifiedToken) {
  const [row] = await service.asService('find a subject', (tx) =>
    tx
      .select({
        id: externalSubjects.id,
        notBefore: externalSubjects.notBefore,
        lastLogin: users.lastLogin,
        userId: users.id,
        email: users.email,
        name: users.fullName,
      })
      .from(externalSubjects)
      .innerJoin(users, eq(users.id, externalSubjects.userId))
      .where(and(eq(externalSubjects.issuer, issuer), eq(externalSubjects.subject, subject))),
  );
  if (!row) return undefined;
  const { id, notBefore, lastLogin, userId, email, name } = row;
  return { id, notBefore, lastLogin, user: Object.freeze({ id: userId, email, name: name ?? '' }) };
}

async function addSubject(service: ServiceDatabase, token: VerifiedToken, requestId: string | undefined) {
  const email = Address.safeParse(token.email?.toLowerCase()).data;
  if (email === undefined) {
    throw new AppError('FORBIDDEN', {
      message: 'This token names no e-mail address, which an account here needs.',
    });
  }
  const { issuer, subject } = token;
  await service.asService('add a subject', async (tx) => {
    const userId = uuidV7();
    const added = await tx
      .insert(users)
      .values({ id: userId, email })
      .onConflictDoNothing()
      .returning({ id: users.id });
    if (added.length === 0) return;
    await tx.insert(externalSubjects).values({ userId, issuer, subject });
    await auditFor(
      tx,
      { userId, app: 'identity', requestId },
      { action: 'user_signup', resourceType: 'user', resourceId: userId, details: { by: 'bearer token' } },
    );
  });
  // Not there means that the address is somebody's; there, perhaps by another request of the same moment.
  const found = await readSubject(service, token);
  if (found) return found;
  throw new AppError('FORBIDDEN', { message: 'The address in this token belongs to another account here.' });
}

/** Once per token, since each later one finds it written. */
async function keepLastLogin(service: ServiceDatabase, userId: string, { issuedAt }: VerifiedToken) {
  await service.asService('last sign-in by token', (tx) =>
    tx
      .update(users)
      .set({ lastLogin: sql`now()` })
      .where(and(eq(users.id, userId), or(isNull(users.lastLogin), lt(users.lastLogin, issuedAt)))),
  );
}
