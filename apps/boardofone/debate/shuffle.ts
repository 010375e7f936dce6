import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/** The same items in an order that depends on the seed alone: Fisher and Yates, with the Mersenne Twister MT19937. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = mersenne(seed);
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) shuffled.push(...rest.splice(uniformInt(random, 0, rest.length - 1), 1));
  return shuffled;
}

/** The seed of one prompt, out of that of its session: near rounds and seats have seeds that are far apart. */
export function promptSeed(sessionSeed: number, round: number, seatPosition: number): number {
  return [round, seatPosition].reduce((seed, part) => mersenne(seed ^ part).next(), sessionSeed);
}
