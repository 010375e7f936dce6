import { formatUsd, parseUsd } from './usd.ts';

/** The sum of two amounts, exactly. */
export function addUsd(left: string, right: string): string {
  return formatUsd(parseUsd(left) + parseUsd(right));
}

/** What is left of one amount without the other; nothing where that would be less. */
export function subtractUsd(left: string, right: string): string {
  const difference = parseUsd(left) - parseUsd(right);
  return formatUsd(difference > 0n ? difference : 0n);
}
