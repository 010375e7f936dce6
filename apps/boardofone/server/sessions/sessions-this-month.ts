import { auditLog, type Tx } from '@commons/shared-db';
import { and, count, eq, gte } from 'drizzle-orm';
import { monthBegan } from '../days/month-began.ts';

/** How many sessions the person has begun in this month, by UTC; deleting one does not give another. */
export async function sessionsThisMonth(tx: Tx, userId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ begun: count() })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.userId, userId),
        eq(auditLog.app, 'boardofone'),
        eq(auditLog.action, 'session_created'),
        gte(auditLog.timestamp, monthBegan(now)),
      ),
    );
  return row?.begun ?? 0;
}
