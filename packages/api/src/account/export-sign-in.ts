import { accounts, emailVerifications, externalSubjects, sessions } from '@commons/shared-db/service';
import { eq } from 'drizzle-orm';
import type { AccountContext } from './account-context.ts';

/** What sign-in keeps about a person, without anything that could sign somebody in. */
export async function exportSignIn({ service, session: { userId } }: AccountContext) {
  return await service.asService('export sign-in', async (tx) => {
    const devices = await tx
      .select({
        signedInAt: sessions.createdAt,
        lastUsedAt: sessions.updatedAt,
        expiresAt: sessions.expiresAt,
        ipAddress: sessions.ipAddress,
        userAgent: sessions.userAgent,
      })
      .from(sessions)
      .where(eq(sessions.userId, userId));
    const waysIn = await tx
      .select({ provider: accounts.providerId, accountId: accounts.accountId, since: accounts.createdAt })
      .from(accounts)
      .where(eq(accounts.userId, userId));
    const [proof] = await tx
      .select({ at: emailVerifications.verifiedAt })
      .from(emailVerifications)
      .where(eq(emailVerifications.userId, userId));
    const tokens = await tx
      .select({
        issuer: externalSubjects.issuer,
        subject: externalSubjects.subject,
        since: externalSubjects.createdAt,
      })
      .from(externalSubjects)
      .where(eq(externalSubjects.userId, userId));
    return { addressProvedAt: proof?.at ?? null, devices, waysIn, tokens };
  });
}
