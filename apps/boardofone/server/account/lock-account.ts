import type { Tx } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import { accounts } from '../../db/schema/accounts.ts';
import { readStanding, type Standing } from './read-standing.ts';

/** A person's standing, held until the transaction ends so that two sessions cannot both be the last that it allows. */
export async function lockAccount(tx: Tx, userId: string): Promise<Standing> {
  await tx.insert(accounts).values({ userId }).onConflictDoNothing();
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.userId, userId)).for('update');
  return readStanding(tx, userId);
}
