import { expect, it } from 'vitest';
import { formatDate } from './format-date.ts';
import { formatTime } from './format-time.ts';
import { timeAndDay } from './time-and-day.ts';

const zone = 'Europe/London';
const now = Date.parse('2027-03-10T00:20:00Z');

it.each([
  ['2027-03-10T08:00:00Z', ''],
  ['2027-03-09T23:00:00Z', 'yesterday '],
  ['2027-03-11T08:00:00Z', 'tomorrow '],
  ['2027-03-08T08:00:00Z', `on ${formatDate('2027-03-08', 'weekday')} `],
])('names the day of %s where it is not today', (at, day) => {
  const instant = Date.parse(at);
  expect(timeAndDay(zone, instant, now)).toBe(`${day}at ${formatTime(zone, instant)}`);
});
