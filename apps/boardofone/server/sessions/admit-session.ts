import { AppError } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { tiers } from '../../deliberation/tiers.ts';
import type { Standing } from '../account/read-standing.ts';
import { requireConsent } from '../account/require-consent.ts';
import type { Owner } from '../owner.ts';
import { refuseCrowd } from './refuse-crowd.ts';
import { sessionsThisMonth } from './sessions-this-month.ts';

/** Refuses what the person's tier does not allow, and any model before they agreed that it reads what they enter. */
export async function admitSession(
  tx: Tx,
  ctx: Owner,
  standing: Standing,
  { seatsWanted, capUsd }: { seatsWanted: number; capUsd: string },
): Promise<void> {
  requireConsent(standing);
  const { sessionsPerMonth, seatsMax, capMaxUsd } = tiers[standing.tier];
  if (seatsWanted > seatsMax) {
    throw new AppError('BAD_INPUT', { fields: { seatsWanted: [`Your tier has up to ${seatsMax} seats.`] } });
  }
  if (Number(capUsd) > capMaxUsd) {
    throw new AppError('BAD_INPUT', {
      fields: { capUsd: [`Your tier allows up to $${capMaxUsd} a session.`] },
    });
  }
  if ((await sessionsThisMonth(tx, ctx.user.id, ctx.now())) >= sessionsPerMonth) {
    throw new AppError('FORBIDDEN', {
      message: `Your tier has ${sessionsPerMonth} sessions a month, and they are used up. The next month begins on the 1st.`,
      details: { reason: 'TIER_LIMIT' },
    });
  }
  await refuseCrowd(tx, ctx.user.id);
}
