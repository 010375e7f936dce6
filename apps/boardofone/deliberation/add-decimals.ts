const places = 8;

/** The sum of two decimals of at most eight places, exactly. */
export function addDecimals(left: string, right: string): string {
  return ofUnits(unitsOf(left) + unitsOf(right));
}

/** A decimal in units of its eighth place. */
export function unitsOf(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
}

function ofUnits(units: bigint): string {
  const digits = units.toString().padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
