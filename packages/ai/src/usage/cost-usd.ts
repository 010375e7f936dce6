import type { Price } from './price-list.ts';

/** The part of a price that a cost is computed from. */
type Tariff = Pick<Price, 'input' | 'cachedInput' | 'cacheWrite' | 'output' | 'upToInputTokens'>;

/** Token counts of one call; what came from a cache and what went into one are parts of the input. */
interface TokenCounts {
  inputTokens: number;
  cachedInputTokens: number;
  cacheWriteTokens?: number;
  outputTokens: number;
}

const priceDecimals = 6;
const costDecimals = 8;
/** A price counts micro-dollars per million tokens, so a product counts 10^-12 dollars; the cost keeps 10^-8. */
const productPerCostUnit = 10n ** 4n;

/**
 * What a call cost, in US dollars with 8 decimals, computed in whole numbers so that no cent is lost to floating
 * point; null where the price list has no tariff for so much input, or none for a cache that was used.
 */
export function costUsd(price: Tariff, tokens: TokenCounts): string | null {
  if (price.upToInputTokens !== undefined && tokens.inputTokens > price.upToInputTokens) return null;
  const read = Math.min(tokens.cachedInputTokens, tokens.inputTokens);
  const written = Math.min(tokens.cacheWriteTokens ?? 0, tokens.inputTokens - read);
  const shares: [count: number, price: string | undefined][] = [
    [tokens.inputTokens - read - written, price.input],
    [read, price.cachedInput],
    [written, price.cacheWrite],
    [tokens.outputTokens, price.output],
  ];
  let product = 0n;
  for (const [count, perMillion] of shares) {
    if (count === 0) continue;
    if (perMillion === undefined) return null;
    product += BigInt(count) * microDollars(perMillion);
  }
  return formatCost((product + productPerCostUnit / 2n) / productPerCostUnit);
}

function microDollars(price: string): bigint {
  const [whole = '0', fraction = ''] = price.split('.');
  return BigInt(whole + fraction.padEnd(priceDecimals, '0'));
}

function formatCost(units: bigint): string {
  const digits = units.toString().padStart(costDecimals + 1, '0');
  return `${digits.slice(0, -costDecimals)}.${digits.slice(-costDecimals)}`;
}
