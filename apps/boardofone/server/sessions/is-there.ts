import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';

/** Whether the person has this session already, because what began it was sent before. */
export async function isThere(tx: Tx, userId: string, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)));
  return row !== undefined;
}
