import type { OptionId } from '../ballots/ballot.ts';

/** Whether what is long wins; to be looked at, and never a reason to count anything less. */
export interface LengthCorrelation {
  /** Pearson's r between the length of a contribution and the votes for the option it argues for; null without variance. */
  r: number | null;
  n: number;
  words: string;
}

const countMin = 5;
const noticeable = 0.5;

/** Lengths are in words of the contribution. */
export function lengthCorrelation(
  contributions: readonly { optionId: OptionId; length: number }[],
  votes: Readonly<Record<OptionId, number>>,
): LengthCorrelation {
  const n = contributions.length;
  const r =
    n < countMin
      ? null
      : pearson(
          contributions.map(({ length }) => length),
          contributions.map(({ optionId }) => votes[optionId] ?? 0),
        );
  return { r, n, words: `${verdict(r, n)} This is an indicator only.` };
}

// No minus before a nought.
const figure = new Intl.NumberFormat('en', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'negative',
});

function verdict(r: number | null, n: number): string {
  if (r === null) return 'There is too little to tell whether longer contributions got more votes.';
  const figures = `(r = ${figure.format(r)}, n = ${n})`;
  if (r >= noticeable) return `Longer contributions stood for what got more votes ${figures}.`;
  if (r <= -noticeable) return `Shorter contributions stood for what got more votes ${figures}.`;
  return `Length and votes had little to do with each other ${figures}.`;
}

function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const [x, y] = [deviations(xs), deviations(ys)];
  const spread = Math.sqrt(product(x, x) * product(y, y));
  return spread === 0 ? null : product(x, y) / spread;
}

function deviations(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const product = (xs: readonly number[], ys: readonly number[]): number =>
  xs.reduce((sum, x, index) => sum + x * (ys[index] ?? 0), 0);
