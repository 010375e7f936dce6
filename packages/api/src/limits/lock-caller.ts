import { type Tx, users } from '@commons/shared-db';
import { eq } from 'drizzle-orm';
import type { SignedInContext } from '../trpc/procedures.ts';

/**
 * Holds the caller's own row until the transaction ends, so that of two of their requests at once both cannot be the last that a limit
 * allows. Count in a statement of its own, afterwards.
 */
export async function lockCaller(tx: Tx, { user }: SignedInContext): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, user.id)).for('no key update');
}
