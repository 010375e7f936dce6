import { expect, it } from 'vitest';
import { digestText } from './digest-text.ts';

it('counts and names nothing that is on hold', () => {
  const at = (time: string) => Date.parse(`2026-11-20T${time}:00Z`);
  const { text } = digestText({
    personName: 'Margaret',
    profileId: '019aa5c0-0000-7000-8000-00000000a001',
    timeZone: 'UTC',
    hourCycle: 'h23',
    siteUrl: 'https://example.org',
    today: '2026-11-21',
    before: [
      { scheduledAt: at('08:00'), state: 'taken', name: 'Metformin' },
      { scheduledAt: at('20:00'), state: 'held', name: 'Simvastatin' },
    ],
    toCome: [{ scheduledAt: at('20:00'), state: 'held', name: 'Simvastatin' }],
  });

  expect(text).toContain('Yesterday: 1 of 1 planned doses given, 0 skipped.');
  expect(text).toContain('Today no doses are planned.');
  expect(text).not.toContain('Simvastatin');
});
