import { AppError, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq, gte, sql } from 'drizzle-orm';
import { personaTrials } from '../../db/schema/persona-trials.ts';
import { parseUsd } from '../../money/usd.ts';
import { monthBegan } from '../days/month-began.ts';
import { isUnderWay } from './under-way.ts';

/** Refuses a trial with which those of the month could cost more than the tier lets one session cost. */
export async function refuseDear(
  tx: Tx,
  { user, now }: SignedInContext,
  { worst, capMaxUsd }: { worst: string; capMaxUsd: number },
): Promise<void> {
  const [row] = await tx
    .select({
      spent: sql<string>`coalesce(sum(${personaTrials.cost}
        + case when ${personaTrials.status} = 'asked' and ${isUnderWay} then ${personaTrials.reservedCost} else 0 end), 0)::numeric(14, 8)::text`,
    })
    .from(personaTrials)
    .where(and(eq(personaTrials.userId, user.id), gte(personaTrials.createdAt, monthBegan(now()))));
  if (parseUsd(row?.spent ?? '0') + parseUsd(worst) <= parseUsd(String(capMaxUsd))) return;
  throw new AppError('FORBIDDEN', {
    message: `Trying voices may cost $${capMaxUsd} a month on your tier, and that is used up. The next month begins on the 1st.`,
    details: { reason: 'TIER_LIMIT' },
  });
}
