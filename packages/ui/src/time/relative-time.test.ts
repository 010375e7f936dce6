import { expect, it } from 'vitest';
import { absoluteTime, relativeTime } from './relative-time.ts';

const now = new Date('2026-11-21T12:00:00Z');
const before = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1000), now, 'en');

it.each([
  [0, 'now'],
  [40, 'now'],
  [60, '1 minute ago'],
  [59 * 60, '59 minutes ago'],
  [2 * 3600, '2 hours ago'],
  [86_400, 'yesterday'],
  [8 * 86_400, 'last week'],
  [70 * 86_400, '2 months ago'],
  [800 * 86_400, '2 years ago'],
])('calls what was %d seconds ago "%s"', (seconds, words) => {
  expect(before(seconds)).toBe(words);
});

it('does not place a message in the future because the clocks differ a little', () => {
  expect(before(-5)).toBe('now');
});

it('speaks the language of the reader', () => {
  expect(relativeTime(new Date(now.getTime() - 3_600_000), now, 'de')).toBe('vor 1 Stunde');
});

it('names date, time and zone when asked exactly', () => {
  expect(absoluteTime(now, 'en-GB')).toMatch(/21 November 2026.*(UTC|GMT|[A-Z]{3})/);
});
