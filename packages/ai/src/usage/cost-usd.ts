import type { Price } from './price-list.ts';

/** Token counts of one call; cached input is part of the input. */
interface TokenCounts {
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
}

const priceDecimals = 6;
const costDecimals = 8;
/** A price counts micro-dollars per million tokens, so a product counts 10^-12 dollars; the cost keeps 10^-8. */
const productPerCostUnit = 10n ** 4n;

/**
 * What a call cost, in US dollars with 8 decimals, computed in whole numbers so that no cent is lost to floating
 * point; null where the price list has no tariff for so much input.
 */
export function costUsd(price: Price, tokens: TokenCounts): string | null {
  if (price.upToInputTokens !== undefined && tokens.inputTokens > price.upToInputTokens) return null;
  const cached = Math.min(tokens.cachedInputTokens, tokens.inputTokens);
  const product =
    BigInt(tokens.inputTokens - cached) * microDollars(price.input) +
    BigInt(cached) * microDollars(price.cachedInput) +
    BigInt(tokens.outputTokens) * microDollars(price.output);
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
