import type { AsNeededAdministration } from './administration.ts';
import { amountOf, thousandthsOf } from './amount.ts';

export interface PrnLimits {
  minIntervalMinutes: number | null;
  maxAmountIn24h: string | null;
}

export interface PrnState {
  lastAt: number | null;
  msSinceLast: number | null;
  /** Taken within the 24 hours before now, whatever the calendar says. */
  amountIn24h: string;
  isBlocked: boolean;
  blockedBy: 'interval' | 'amount' | null;
  /** From when this amount is within the limits; null when it never is, being more than the most in 24 hours. */
  allowedFrom: number | null;
  /** Allowed now, but the same amount once more would not be. */
  isLastAllowed: boolean;
}

const msPerDay = 86_400_000;

/** Where a medicine taken as needed stands before another `amount` is taken. */
export function prnState(
  administrations: AsNeededAdministration[],
  { minIntervalMinutes, maxAmountIn24h }: PrnLimits,
  amount: string,
  now: number,
): PrnState {
  const most = maxAmountIn24h === null ? Number.POSITIVE_INFINITY : thousandthsOf(maxAmountIn24h);
  const wanted = thousandthsOf(amount);
  // What is logged for a little later than now counts as well.
  const recent = administrations
    .filter(({ actualAt }) => actualAt > now - msPerDay)
    .map(({ actualAt, amount: taken }) => ({ actualAt, taken: thousandthsOf(taken) }))
    .sort((a, b) => a.actualAt - b.actualAt);
  const used = recent.reduce((sum, { taken }) => sum + taken, 0);
  const lastAt =
    administrations.length > 0 ? Math.max(...administrations.map(({ actualAt }) => actualAt)) : null;

  const byInterval = lastAt === null ? now : Math.max(now, lastAt + (minIntervalMinutes ?? 0) * 60_000);
  const byAmount = amountAllowedFrom(recent, used + wanted - most, wanted > most, now);
  const blockedBy = byAmount !== now ? 'amount' : byInterval > now ? 'interval' : null;
  return {
    lastAt,
    msSinceLast: lastAt === null ? null : Math.max(0, now - lastAt),
    amountIn24h: amountOf(used),
    isBlocked: blockedBy !== null,
    blockedBy,
    allowedFrom: byAmount === null ? null : Math.max(byInterval, byAmount),
    isLastAllowed: blockedBy === null && used + 2 * wanted > most,
  };
}

/** When enough of what was taken is 24 hours ago. */
function amountAllowedFrom(
  recent: { actualAt: number; taken: number }[],
  excess: number,
  isNever: boolean,
  now: number,
): number | null {
  if (isNever) return null;
  let over = excess;
  for (const { actualAt, taken } of recent) {
    if (over <= 0) break;
    over -= taken;
    if (over <= 0) return actualAt + msPerDay;
  }
  return now;
}
