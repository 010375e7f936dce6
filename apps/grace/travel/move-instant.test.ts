import { expect, it } from 'vitest';
import { moveInstant } from './move-instant.ts';

// 4 May, 01:00 in Tokyo.
const now = Date.parse('2027-05-03T16:00:00Z');
const zone = 'Asia/Tokyo';

it('is now for today, by the calendar of the place', () => {
  expect(moveInstant({ zone, from: '2027-05-04' }, now)).toBe(now);
});

it('is midnight there for a day to come', () => {
  expect(moveInstant({ zone, from: '2027-05-05' }, now)).toBe(Date.parse('2027-05-04T15:00:00Z'));
});

it('is never in the past', () => {
  expect(moveInstant({ zone, from: '2027-05-03' }, now)).toBeUndefined();
});
