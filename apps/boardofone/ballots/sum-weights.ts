const perUnit = 1_000_000;

/** The sum to six decimals, the same in whatever order: a tie must not be decided by floating point. */
export function sumWeights(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + Math.round(weight * perUnit), 0) / perUnit;
}
