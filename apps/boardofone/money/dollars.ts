import { parseUsd } from './usd.ts';

const places = 4;
const step = 10n ** 4n;

/** An amount to four decimals, as a ticker shows it: "$0.0125". */
export function dollars(usd: string): string {
  const digits = ((parseUsd(usd) + step / 2n) / step).toString().padStart(places + 1, '0');
  return `$${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
