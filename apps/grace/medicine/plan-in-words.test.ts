import { expect, it } from 'vitest';
import type { SchedulePlan } from '../schedule/schemas.ts';
import { planInWords } from './plan-in-words.ts';

const times = [{ time: '08:00', amount: '1' }];
const bounds = { unit: 'tablet', startDate: '2027-01-01', end: { kind: 'never' } } as const;

it.each<[string, SchedulePlan]>([
  ['1 tablet at 08:00, every day', { kind: 'daily', ...bounds, times }],
  [
    '1 tablet at 08:00 and 20:00, every day',
    { kind: 'daily', ...bounds, times: [...times, { time: '20:00', amount: '1' }] },
  ],
  [
    '2 tablets at 08:00 and 0.5 tablet at 20:00, every day',
    {
      kind: 'daily',
      ...bounds,
      times: [
        { time: '08:00', amount: '2' },
        { time: '20:00', amount: '0.5' },
      ],
    },
  ],
  [
    '1 tablet at 08:00, every Monday and Thursday',
    { kind: 'weekly', ...bounds, weekdays: [1, 4], everyWeeks: 1, times },
  ],
  [
    '1 tablet at 08:00, on Monday of every other week',
    { kind: 'weekly', ...bounds, weekdays: [1], everyWeeks: 2, times },
  ],
  [
    '1 tablet at 08:00, on Sunday of every 3rd week',
    { kind: 'weekly', ...bounds, weekdays: [7], everyWeeks: 3, times },
  ],
  ['1 tablet at 08:00, every other day', { kind: 'everyDays', ...bounds, everyDays: 2, times }],
  ['1 tablet at 08:00, every 10 days', { kind: 'everyDays', ...bounds, everyDays: 10, times }],
  [
    '1 tablet at 08:00, on the 1st, the 22nd, and the last day of the month',
    { kind: 'monthly', ...bounds, days: ['last', 22, 1], times },
  ],
  [
    '1 tablet at 08:00, 21 days on, then 7 days off',
    { kind: 'cycle', ...bounds, daysOn: 21, daysOff: 7, anchorDate: '2027-01-01', times },
  ],
  [
    '3 tablets at 08:00 for 5 days, then 1 tablet at 08:00, every other day from then on',
    {
      kind: 'taper',
      unit: 'tablet',
      startDate: '2027-01-01',
      phases: [
        { days: 5, everyDays: 1, times: [{ time: '08:00', amount: '3' }] },
        { days: null, everyDays: 2, times },
      ],
    },
  ],
  [
    '1 tablet every 8 hours, 14 doses in all',
    {
      kind: 'interval',
      unit: 'tablet',
      amount: '1',
      everyHours: 8,
      anchor: '2027-01-01T08:00:00Z',
      end: { kind: 'count', doses: 14 },
    },
  ],
  [
    '2 drops every 4 hours from 08:00 to 20:00, every day, until 2027-02-01',
    {
      kind: 'windowedInterval',
      unit: 'drop',
      startDate: '2027-01-01',
      everyHours: 4,
      from: '08:00',
      until: '20:00',
      amount: '2',
      end: { kind: 'until', date: '2027-02-01' },
    },
  ],
  [
    '2 tablets when needed for pain, at least 4 hours apart, no more than 8 tablets in 24 hours',
    {
      kind: 'asNeeded',
      unit: 'tablet',
      amount: '2',
      reason: 'pain',
      minIntervalMinutes: 240,
      maxAmountIn24h: '8',
      followUpMinutes: 60,
    },
  ],
  [
    '1 puff when needed, at least 90 minutes apart',
    {
      kind: 'asNeeded',
      unit: 'puff',
      amount: '1',
      reason: '',
      minIntervalMinutes: 90,
      maxAmountIn24h: null,
      followUpMinutes: null,
    },
  ],
])('says "%s"', (words, plan) => {
  expect(planInWords(plan)).toBe(words);
});

it('writes times and dates as the reader does', () => {
  const plan: SchedulePlan = { kind: 'daily', ...bounds, times, end: { kind: 'until', date: '2027-02-01' } };
  const formats = { time: () => '8 o’clock', date: () => 'Candlemas Eve' };

  expect(planInWords(plan, formats)).toBe('1 tablet at 8 o’clock, every day, until Candlemas Eve');
});
