import { expect, it } from 'vitest';
import { addMonths } from './calendar-day.ts';

it.each([
  ['2026-11-21', 12, '2027-11-21'],
  ['2027-12-31', 1, '2028-01-31'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-10-31', 13, '2027-11-30'],
])('%s and %i months later is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});
