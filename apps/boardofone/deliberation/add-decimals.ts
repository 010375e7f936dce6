import { formatUsd, parseUsd } from '../money/usd.ts';

/** The sum of two decimals of at most eight places, exactly. */
export function addDecimals(left: string, right: string): string {
  return formatUsd(parseUsd(left) + parseUsd(right));
}
