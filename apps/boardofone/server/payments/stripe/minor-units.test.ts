import { expect, it } from 'vitest';
import { minorUnits } from './minor-units.ts';

it.each([
  [1_900, 'EUR', 1_900],
  [500, 'JPY', 500],
  [50_000, 'ISK', 500],
  [50_000, 'UGX', 500],
])('%i of Stripe in %s are %i of the smallest unit', (amount, currency, expected) => {
  expect(minorUnits(amount, currency)).toBe(expected);
});
