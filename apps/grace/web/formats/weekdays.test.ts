import { expect, it } from 'vitest';
import { weekdayName, weekdaysHere } from './weekdays.ts';

it.each([
  ['en-US', [7, 1, 2, 3, 4, 5, 6]],
  ['en-GB', [1, 2, 3, 4, 5, 6, 7]],
  ['ar-EG', [6, 7, 1, 2, 3, 4, 5]],
])('a week in %s has the days %j', (locale, days) => {
  expect(weekdaysHere(locale)).toEqual(days);
});

it('names the days of the week', () => {
  const named = (weekday: number) =>
    new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, 10, weekday),
    );

  // The 2nd of November 2026 was a Monday.
  expect([weekdayName(1, 'long'), weekdayName(7, 'long')]).toEqual([named(2), named(8)]);
});
