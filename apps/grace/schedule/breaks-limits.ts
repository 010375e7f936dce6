import type { AsNeededAdministration } from './administration.ts';
import { thousandthsOf } from './amount.ts';
import type { PrnLimits } from './prn-state.ts';

const msPerDay = 86_400_000;

/**
 * Whether a dose of the past breaks the limits among the others that are logged, those after it included: closer to one than the
 * interval, or too much in any 24 hours that it is part of.
 */
export function breaksLimits(
  others: readonly AsNeededAdministration[],
  { minIntervalMinutes, maxAmountIn24h }: PrnLimits,
  dose: AsNeededAdministration,
): boolean {
  const distance = ({ actualAt }: AsNeededAdministration) => Math.abs(actualAt - dose.actualAt);
  if (others.some((other) => distance(other) < (minIntervalMinutes ?? 0) * 60_000)) return true;
  if (maxAmountIn24h === null) return false;
  const near = [...others, dose].filter((one) => distance(one) < msPerDay);
  return near
    .filter(({ actualAt }) => actualAt >= dose.actualAt)
    .some(({ actualAt: end }) => {
      const within = near.filter(({ actualAt }) => actualAt > end - msPerDay && actualAt <= end);
      const sum = within.reduce((total, { amount }) => total + thousandthsOf(amount), 0);
      return sum > thousandthsOf(maxAmountIn24h);
    });
}
