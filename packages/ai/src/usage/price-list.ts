import { z } from 'zod';
import prices from './prices.json' with { type: 'json' };

const usdPerMillionTokens = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, 'a price is a decimal with at most 6 places');

const price = z.strictObject({
  provider: z.string(),
  model: z.string(),
  /** The first day on which this price held, as far as its source tells; it holds until the next entry's day. */
  validFrom: z.iso.date(),
  input: usdPerMillionTokens,
  cachedInput: usdPerMillionTokens.optional(),
  cacheWrite: usdPerMillionTokens.optional(),
  output: usdPerMillionTokens,
  /** Above this many input tokens another tariff holds, which this list does not carry. */
  upToInputTokens: z.int().positive().optional(),
  /** Where the price was read, and on which day. */
  source: z.url({ protocol: /^https$/ }),
  asOf: z.iso.date(),
});

const priceList = z.strictObject({
  currency: z.literal('USD'),
  unit: z.literal('per million tokens'),
  /** Which provider's prices hold at a server's host. */
  hosts: z.record(z.string(), z.string()),
  prices: z.array(price),
});

/** What one model costs from one day on, in US dollars per million tokens. */
export type Price = z.output<typeof price>;

/** Prices with their days, sources and the hosts that they hold at. */
export type PriceList = z.output<typeof priceList>;

/** The price list that ships with the package. */
export const knownPrices: PriceList = priceList.parse(prices);

/** The provider that a server's host belongs to, or undefined for servers that nobody lists (a local one, say). */
export function providerOfHost(host: string, list: PriceList = knownPrices): string | undefined {
  return Object.hasOwn(list.hosts, host) ? list.hosts[host] : undefined;
}

/**
 * The price that a provider's model had at a time. Dated snapshots (`gpt-5-mini-2025-08-07`, `claude-haiku-4-5-20251001`)
 * cost what their family costs.
 */
export function findPrice(
  { provider, model, at }: { provider: string; model: string; at: Date },
  list: PriceList = knownPrices,
): Price | undefined {
  const family = model.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, '');
  const day = at.toISOString().slice(0, 10);
  return list.prices
    .filter((entry) => entry.provider === provider && entry.model === family && entry.validFrom <= day)
    .reduce<Price | undefined>(
      (latest, entry) => (latest && latest.validFrom >= entry.validFrom ? latest : entry),
      undefined,
    );
}
