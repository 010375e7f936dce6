import { expect, it } from 'vitest';
import { isSameClock, placeOf } from './zone-name.ts';

it.each([
  ['America/New_York', 'New York'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['UTC', 'UTC'],
])('%s is called %s', (zone, place) => {
  expect(placeOf(zone)).toBe(place);
});

it('London and Lisbon show the same clock, and Lisbon and the Azores do not', () => {
  const now = Date.parse('2027-05-03T10:00:00Z');

  expect(isSameClock('Europe/London', 'Europe/Lisbon', now)).toBe(true);
  expect(isSameClock('Atlantic/Azores', 'Europe/Lisbon', now)).toBe(false);
});
