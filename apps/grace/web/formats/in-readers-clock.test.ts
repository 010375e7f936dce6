import { expect, it } from 'vitest';
import { inReadersClock } from './in-readers-clock.ts';

it('writes the times of a kept text as the reader’s clock, and leaves other numbers alone', () => {
  expect(inReadersClock('1 tablet at 08:00 and 20:30, every day')).toBe(
    '1 tablet at 8:00 AM and 8:30 PM, every day',
  );
  expect(inReadersClock('24:10, 99:30, 2026-11-21T20:00:00.000Z, 1:16:30')).toBe(
    '24:10, 99:30, 2026-11-21T20:00:00.000Z, 1:16:30',
  );
});
