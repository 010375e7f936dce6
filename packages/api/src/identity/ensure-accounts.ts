import { users, uuidV7 } from '@commons/shared-db';
import { accounts, authUsers, type ServiceDatabase } from '@commons/shared-db/service';
import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';

/** An account with a password that everybody may know. */
export interface KnownAccount {
  name: string;
  email: string;
  password: string;
}

/**
 * Makes the accounts that are missing, as if each person had signed up and proved their address, and returns all ids by
 * address. For demonstration data only: nobody is asked.
 */
export async function ensureAccounts(
  service: ServiceDatabase,
  known: readonly KnownAccount[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, email, password } of known) {
    const [found] = await service.asService('demonstration accounts', (tx) =>
      tx.select({ id: users.id }).from(users).where(eq(users.email, email)),
    );
    ids.set(email, found?.id ?? (await addAccount(service, { name, email, password })));
  }
  return ids;
}

async function addAccount(
  service: ServiceDatabase,
  { name, email, password }: KnownAccount,
): Promise<string> {
  const hash = await hashPassword(password);
  return service.asService('demonstration accounts', async (tx) => {
    const userId = uuidV7();
    const now = new Date();
    await tx
      .insert(authUsers)
      .values({ id: userId, name, email, emailVerified: true, createdAt: now, updatedAt: now });
    await tx.insert(accounts).values({ userId, providerId: 'credential', accountId: userId, password: hash });
    return userId;
  });
}
