import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, count, eq, isNull, or } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';

/** Ten panels of seven fit among the hundred jobs of one person that may wait at once. */
const runningMax = 10;

/** Refuses one more session that works by itself while many do; call it with the person's account locked. */
export async function refuseCrowd(tx: Tx, userId: string): Promise<void> {
  const [row] = await tx
    .select({ running: count() })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        eq(sessions.status, 'active'),
        or(isNull(sessions.waitsFor), eq(sessions.waitsFor, 'answers')),
      ),
    );
  if (row && row.running >= runningMax) {
    throw new AppError('RATE_LIMITED', {
      message: `${runningMax} of your sessions are at work. Wait for one of them, or pause it.`,
      retryAfterMs: 10_000,
    });
  }
}
