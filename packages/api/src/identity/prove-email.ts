import { auditFor, users } from '@commons/shared-db';
import {
  accounts,
  emailVerifications,
  externalSubjects,
  type ServiceDatabase,
} from '@commons/shared-db/service';
import { and, eq, ne } from 'drizzle-orm';
import { authRequest } from './auth-request.ts';

/**
 * Who followed the link in a mail has shown that the address is theirs. Until then anybody may have made the account, so
 * what they linked to it goes with the first proof; otherwise they would still get in by it.
 */
export async function proveEmail(service: ServiceDatabase, userId: string): Promise<void> {
  const { requestId, ipAddress, userAgent } = authRequest.getStore() ?? {};
  await service.asService('prove e-mail', async (tx) => {
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
}
