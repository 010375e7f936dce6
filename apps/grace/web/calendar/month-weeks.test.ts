import { expect, it } from 'vitest';
import { monthWeeks, otherMonth } from './month-weeks.ts';

it('a month that begins on a Monday and has 28 days is four whole weeks', () => {
  const weeks = monthWeeks('2027-02', 1);

  expect(weeks).toHaveLength(4);
  expect(weeks.flat()).not.toContain(null);
});

it('a month has each of its days in the column of its weekday', () => {
  const weeks = monthWeeks('2026-11', 1);

  expect(weeks.map((week) => week.map((date) => date?.slice(8) ?? '').join(' '))).toEqual([
    '      01',
    '02 03 04 05 06 07 08',
    '09 10 11 12 13 14 15',
    '16 17 18 19 20 21 22',
    '23 24 25 26 27 28 29',
    '30      ',
  ]);
});

it('a week begins where the reader’s does', () => {
  const weeks = monthWeeks('2026-11', 7);

  expect(weeks.map((week) => week.map((date) => date?.slice(8) ?? '').join(' '))).toEqual([
    '01 02 03 04 05 06 07',
    '08 09 10 11 12 13 14',
    '15 16 17 18 19 20 21',
    '22 23 24 25 26 27 28',
    '29 30     ',
  ]);
});

it.each([
  ['2026-12', 1, '2027-01'],
  ['2027-01', -1, '2026-12'],
  ['2027-01', 1, '2027-02'],
  ['2027-02', 1, '2027-03'],
] as const)('beside %s in direction %d is %s', (month, by, other) => {
  expect(otherMonth(month, by)).toBe(other);
});
