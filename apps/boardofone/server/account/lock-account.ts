import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/accounts.ts';
import type { Standing } from './read-standing.ts';

/** A person's standing, held until the transaction ends so that two sessions cannot both be the last that it allows. */
export async function lockAccount(tx: Tx, userId: string): Promise<Standing> {
  await tx.insert(accounts).values({ userId }).onConflictDoNothing();
  const [account] = await tx
    .select({ tier: accounts.tier, consentAt: accounts.consentAt })
    .from(accounts)
    .where(eq(accounts.userId, userId))
    .for('update');
  return account ?? { tier: 'free', consentAt: null };
}
