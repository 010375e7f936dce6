import { percentile } from '../load/percentile.ts';
import type { Rounds, Slice } from '../measure-rounds.ts';

/** Median and quartiles. */
export interface Spread {
  median: number;
  lower: number;
  upper: number;
}

function spread(values: readonly number[]): Spread {
  return {
    median: percentile(values, 0.5),
    lower: percentile(values, 0.25),
    upper: percentile(values, 0.75),
  };
}

/** How one variant compares with another, each with its neighbour of the same round. */
export function ratio(
  rounds: Rounds,
  name: string,
  reference: string,
  of: (slice: Slice) => number = ({ perSecond }) => perSecond,
): Spread {
  return spread(
    rounds.flatMap((round) => {
      const [one, other] = [round[name], round[reference]];
      return one && other ? [of(one) / of(other)] : [];
    }),
  );
}

/** The spread of one figure of a variant. */
export function figure(rounds: Rounds, name: string, of: (slice: Slice) => number | undefined): Spread {
  return spread(rounds.flatMap((round) => (round[name] && of(round[name])) ?? []));
}

/** A spread for people to read. */
export function show({ median, lower, upper }: Spread, digits = 2): string {
  return Number.isNaN(median)
    ? ''
    : `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)})`;
}
