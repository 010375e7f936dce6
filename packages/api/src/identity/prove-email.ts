import { auditFor, type Tx, users } from '@commons/shared-db';
import {
  accounts,
  emailVerifications,
  externalSubjects,
  type ServiceDatabase,
  sessions,
} from '@commons/shared-db/service';
import { and, eq, ne } from 'drizzle-orm';
import { authRequest } from './auth-request.ts';

/**
 * Who followed the link in a mail has shown that the address is theirs. Until then anybody may have made the account, so
 * what they linked to it goes with the first proof; otherwise they would still get in by it. Every session ends in the same
 * transaction, and even if the rest of it fails.
 */
export async function proveEmail(service: ServiceDatabase, userId: string): Promise<void> {
  const { requestId, ipAddress, userAgent } = authRequest.getStore() ?? {};
  const endSessions = (tx: Tx) => tx.delete(sessions).where(eq(sessions.userId, userId));
  const proving = service.asService('prove e-mail', async (tx) => {
    // First, because it waits for whoever links by one of them; what they linked is then there to be removed.
    await endSessions(tx);
    const proved = await tx
      .insert(emailVerifications)
      .values({ userId })
      .onConflictDoNothing()
      .returning({ userId: emailVerifications.userId });
    if (proved.length === 0) return;
    const removed = await tx
      .delete(accounts)
      .where(and(eq(accounts.userId, userId), ne(accounts.providerId, 'credential')))
      .returning({ provider: accounts.providerId });
    await tx.delete(externalSubjects).where(eq(externalSubjects.userId, userId));
    await tx.update(users).set({ googleId: null }).where(eq(users.id, userId));
    // Who came in by one of them while it was still there: each holds the person's row, and so comes before or finds no link.
    await endSessions(tx);
    for (const { provider } of removed) {
      await auditFor(
        tx,
        { userId, app: 'identity', requestId, ipAddress, userAgent },
        {
          action: 'account_unlinked',
          resourceType: 'user',
          resourceId: userId,
          details: { provider, because: 'address_proved' },
        },
      );
    }
  });
  await proving.catch(async (error) => {
    await service.asService('end sessions', endSessions);
    throw error;
  });
}
