import { auditFor, users } from '@commons/shared-db';
import { externalSubjects, type ServiceDatabase, sessions } from '@commons/shared-db/service';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import type { SessionStore } from '../identity/session-store.ts';
import type { EndSessions } from './schemas.ts';

/** Signs a person out everywhere: every device at once, and every bearer token that was issued until now. */
export async function endSessions(
  service: ServiceDatabase,
  store: SessionStore,
  requestId: string,
  { userId }: z.infer<typeof EndSessions>,
): Promise<{ sessions: number }> {
  const ended = await service.asService('admin: end sessions', async (tx) => {
    const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (!person) throw new AppError('NOT_FOUND');
    const gone = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
    await tx
      .update(externalSubjects)
      .set({ notBefore: sql`now()` })
      .where(eq(externalSubjects.userId, userId));
    const details = { sessions: gone.length };
    await auditFor(
      tx,
      { userId, app: 'admin', requestId },
      { action: 'admin_sessions_ended', resourceType: 'user', resourceId: userId, details },
    );
    return gone.length;
  });
  await store.refresh();
  return { sessions: ended };
}
