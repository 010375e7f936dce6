import { expect, it } from 'vitest';
import { percent } from './percent.ts';

it.each([
  [1, '100 %'],
  [0.999, '99 %'],
  [0.925, '93 %'],
  [0.001, '1 %'],
  [0, '0 %'],
])('%d is shown as %s', (rate, shown) => {
  expect(percent(rate)).toBe(shown);
});
