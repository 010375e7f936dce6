import { z } from 'zod';
import prices from './prices.json' with { type: 'json' };

const usdPerMillionTokens = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,6})?$/, 'a price is a decimal with at most 6 places');

const price = z.strictObject({
  input: usdPerMillionTokens,
  cachedInput: usdPerMillionTokens,
  output: usdPerMillionTokens,
  /** Above this many input tokens another tariff holds, which this list does not carry. */
  upToInputTokens: z.int().positive().optional(),
});

const priceList = z.strictObject({
  checkedOn: z.iso.date(),
  source: z.string(),
  unit: z.literal('US dollars per million tokens'),
  providers: z.array(
    z.strictObject({ name: z.string(), host: z.string(), models: z.record(z.string(), price) }),
  ),
});

/** What one model costs, in US dollars per million tokens. */
export type Price = z.output<typeof price>;

/** The prices that are known, with the day and the place where they were looked up. */
export type PriceList = z.output<typeof priceList>;

/** The price list that ships with the package. */
export const knownPrices: PriceList = priceList.parse(prices);

/** The provider that a server's host belongs to, or undefined for servers that nobody lists (a local one, say). */
export function providerOfHost(host: string, list: PriceList = knownPrices): string | undefined {
  return list.providers.find((provider) => provider.host === host)?.name;
}

/** The price of a model at a provider; dated snapshots (`gpt-5-mini-2025-08-07`) cost what their family costs. */
export function findPrice(provider: string, model: string, list: PriceList = knownPrices): Price | undefined {
  const models = list.providers.find(({ name }) => name === provider)?.models ?? {};
  const family = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  return Object.hasOwn(models, family) ? models[family] : undefined;
}
