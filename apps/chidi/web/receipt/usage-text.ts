import type { Receipt } from '../client.ts';

type Usage = Receipt['usage'];

export function tokensText(tokens: number | null | undefined, locale?: string): string {
  if (tokens === null || tokens === undefined) return 'Unknown';
  return `${tokens.toLocaleString(locale)} ${tokens === 1 ? 'token' : 'tokens'}`;
}

/** The cost with as many digits as it takes to tell it from nothing, or that no price is known. */
export function costText(usage: Usage, locale?: string): string {
  if (!usage || usage.costUsd === null) return 'No price known';
  const cost = Number(usage.costUsd);
  if (cost === 0) return 'Nothing';
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    maximumSignificantDigits: cost < 1 ? 2 : undefined,
  }).format(cost);
}

/** Where the figures come from; nobody should take a guess for a bill. */
export function sourceText(usage: Usage): string {
  if (!usage || usage.source === 'unknown') return 'Unknown: the provider reported none';
  const prices = usage.costUsd !== null && usage.pricedOn ? `, at the prices of ${usage.pricedOn}` : '';
  return usage.source === 'provider' ? `Reported by the provider${prices}` : `Estimated by Commons${prices}`;
}
