/** Currencies without cents that Stripe counts in hundredths all the same. */
const countedInHundredths = new Set(['ISK', 'UGX']);

/** An amount as Stripe counts it, in the smallest unit that ISO 4217 knows. */
export function minorUnits(amount: number, currency: string): number {
  return countedInHundredths.has(currency) ? Math.round(amount / 100) : amount;
}
