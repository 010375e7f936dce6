import type { Tx } from '@commons/shared-db';
import { and, count, eq, gte } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';

/** How many sessions the person has begun in this month, by UTC. */
export async function sessionsThisMonth(tx: Tx, userId: string, now: Date): Promise<number> {
  const monthBegan = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const [row] = await tx
    .select({ begun: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gte(sessions.createdAt, monthBegan)));
  return row?.begun ?? 0;
}
