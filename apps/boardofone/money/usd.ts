/** US dollars in whole units of 10^-8, so that no sum drifts. */
export type UsdUnits = bigint;

const decimals = 8;
const decimal = /^(\d+)(?:\.(\d{1,8}))?$/;

/** A decimal like "0.0125", with at most eight places. */
export function parseUsd(usd: string): UsdUnits {
  const [, whole, fraction = ''] = decimal.exec(usd) ?? [];
  if (whole === undefined) throw new RangeError('an amount of dollars is a decimal with at most 8 places');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** With all eight places: "0.01250000". */
export function formatUsd(units: UsdUnits): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** For people: in cents, and four places where it is less than ten cents. */
export function usdWords(units: UsdUnits): string {
  if (units > 0n && units < 10_000n) return 'less than $0.0001';
  const places = units > 0n && units < 10_000_000n ? 4 : 2;
  const step = 10n ** BigInt(decimals - places);
  return `$${formatUsd(((units + step / 2n) / step) * step).slice(0, places - decimals)}`;
}
