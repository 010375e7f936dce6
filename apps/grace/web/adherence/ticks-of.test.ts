import { expect, it } from 'vitest';
import { ticksOf } from './ticks-of.ts';

const days = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

it.each([
  [7, ['1', '3', '5', '7']],
  [30, ['6', '12', '18', '24', '30']],
  [13, ['1', '4', '7', '10', '13']],
  [1, ['1']],
  [0, []],
])('of %i bars, those that stand apart evenly and end with the last', (count, expected) => {
  expect(ticksOf(days(count))).toEqual(expected);
});
