import type { UsdUnits } from './usd.ts';

/** US dollars per million tokens, as decimals of at most six places. */
export interface TokenPrice {
  input: string;
  output: string;
}

/** A price in millionths times tokens counts 10^-12 dollars; an amount counts 10^-8. */
const productPerUnit = 10n ** 4n;
const price = /^(\d+)(?:\.(\d{1,6}))?$/;

/** The most that a call can cost: every token of the prompt and every token it may answer with, rounded up. */
export function worstCaseOfCall(
  { inputTokens, maxOutputTokens }: { inputTokens: number; maxOutputTokens: number },
  { input, output }: TokenPrice,
): UsdUnits {
  const product =
    BigInt(Math.ceil(inputTokens)) * microUsd(input) + BigInt(Math.ceil(maxOutputTokens)) * microUsd(output);
  return (product + productPerUnit - 1n) / productPerUnit;
}

function microUsd(perMillion: string): bigint {
  const [, whole, fraction = ''] = price.exec(perMillion) ?? [];
  if (whole === undefined) throw new RangeError('a price is a decimal with at most 6 places');
  return BigInt(whole + fraction.padEnd(6, '0'));
}
