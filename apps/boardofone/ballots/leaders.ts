import type { OptionId } from './ballot.ts';

/** The options with the highest tally above zero, in the order of the options. */
export function leaders(tally: Record<OptionId, number>): OptionId[] {
  const highest = Math.max(0, ...Object.values(tally));
  return Object.keys(tally).filter((id) => highest > 0 && tally[id] === highest);
}
