import type { Tx } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import { tiers } from '../../deliberation/tiers.ts';
import { parseUsd, type UsdUnits } from '../../money/usd.ts';
import { readStanding } from '../account/read-standing.ts';
import type { LockedSession } from '../engine/lock-session.ts';

/** What is left under a session's cap, and under the tier's, once everything that was asked after it is paid for; may be below zero. */
export async function moneyLeft(tx: Tx, session: LockedSession): Promise<UsdUnits> {
  const [row] = await tx
    .select({
      taken: sql<string>`coalesce(sum(${followUps.cost} + ${followUps.reservedCost}), 0)::numeric(14, 8)::text`,
    })
    .from(followUps)
    .where(and(eq(followUps.userId, session.userId), eq(followUps.sessionId, session.id)));
  const { tier } = await readStanding(tx, session.userId);
  const [cap, capMax] = [parseUsd(session.capUsd), parseUsd(String(tiers[tier].capMaxUsd))];
  const spent = parseUsd(session.totalCost) + parseUsd(session.reservedCost) + parseUsd(row?.taken ?? '0');
  if (cap < capMax) return cap - spent;
  return capMax - spent;
}
