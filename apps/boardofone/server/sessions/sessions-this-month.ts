import { auditLog, type Tx } from '@commons/shared-db';
import { and, count, eq, gte } from 'drizzle-orm';

/** How many sessions the person has begun in this month, by UTC; deleting one does not give another. */
export async function sessionsThisMonth(tx: Tx, userId: string, now: Date): Promise<number> {
  const monthBegan = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const [row] = await tx
    .select({ begun: count() })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.userId, userId),
        eq(auditLog.app, 'boardofone'),
        eq(auditLog.action, 'session_created'),
        gte(auditLog.timestamp, monthBegan),
      ),
    );
  return row?.begun ?? 0;
}
