/** An amount in the smallest unit of a currency, as people write it. */
export function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amount / 10 ** digits);
}

/** How often it is paid. */
export function every(period: string, count: number): string {
  return count === 1 ? `a ${period}` : `every ${count} ${period}s`;
}
