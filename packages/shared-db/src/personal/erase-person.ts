import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../context/run-in-transaction.ts';
import { verifications } from '../identity/verifications.ts';
import { users } from '../schema/users.ts';

/**
 * Erases a person with the service's handle: every row of every app that goes with them, and what names them without a foreign key.
 * Rows that stay, such as those of the audit log, forget them.
 */
export async function erasePerson(tx: Tx, userId: string): Promise<void> {
  await tx.delete(users).where(eq(users.id, userId));
  // A link of a mail carries the id, the way to a provider carries it inside of JSON.
  await tx.delete(verifications).where(sql`strpos(${verifications.value}, ${userId}) > 0`);
  await tx.execute(sql`delete from pgboss.job where group_id = ${userId} or data ->> 'userId' = ${userId}`);
}
