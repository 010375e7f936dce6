import { expect, it } from 'vitest';
import { formatAmount } from './amount.ts';
import { describePlan } from './describe.ts';
import type { SchedulePlan } from './schemas.ts';

const never = { kind: 'never' } as const;
const bounds = { unit: 'tablet', startDate: '2027-01-01', end: never } as const;
const once = [{ time: '08:00', amount: '1' }];
const twice = [...once, { time: '20:00', amount: '1' }];

it.each<[SchedulePlan, string]>([
  [{ kind: 'daily', ...bounds, times: twice }, '1 tablet, every day at 08:00 and 20:00'],
  [
    {
      kind: 'daily',
      ...bounds,
      times: [
        { time: '08:00', amount: '2' },
        { time: '12:00', amount: '1' },
        { time: '20:00', amount: '0.5' },
      ],
    },
    'Every day: 2 tablets at 08:00, 1 tablet at 12:00 and 0.5 tablet at 20:00',
  ],
  [
    { kind: 'daily', ...bounds, times: once, end: { kind: 'until', date: '2027-03-31' } },
    '1 tablet, every day at 08:00, until 31 March 2027',
  ],
  [
    { kind: 'daily', ...bounds, times: once, end: { kind: 'count', doses: 10 } },
    '1 tablet, every day at 08:00, 10 doses in all',
  ],
  [
    { kind: 'daily', ...bounds, times: once, end: { kind: 'count', doses: 1 } },
    '1 tablet, every day at 08:00, once',
  ],
  [
    { kind: 'weekly', ...bounds, weekdays: [1, 4], everyWeeks: 1, times: once },
    '1 tablet, every Monday and Thursday at 08:00',
  ],
  [
    { kind: 'weekly', ...bounds, weekdays: [1, 2, 3, 4, 5], everyWeeks: 1, times: once },
    '1 tablet, every weekday (Monday to Friday) at 08:00',
  ],
  [
    { kind: 'weekly', ...bounds, weekdays: [7], everyWeeks: 2, times: once },
    '1 tablet, every other week on Sunday at 08:00',
  ],
  [
    { kind: 'weekly', ...bounds, weekdays: [7], everyWeeks: 4, times: once },
    '1 tablet, every 4 weeks on Sunday at 08:00',
  ],
  [{ kind: 'everyDays', ...bounds, everyDays: 2, times: once }, '1 tablet, every other day at 08:00'],
  [{ kind: 'everyDays', ...bounds, everyDays: 3, times: once }, '1 tablet, every 3 days at 08:00'],
  [
    { kind: 'monthly', ...bounds, days: ['last', 22, 1, 12, 3], times: once },
    '1 tablet, every month on the 1st, 3rd, 12th, 22nd and last day at 08:00',
  ],
  [
    { kind: 'cycle', ...bounds, daysOn: 21, daysOff: 7, anchorDate: '2027-01-01', times: once },
    '1 tablet, 21 days on, 7 days off, at 08:00',
  ],
  [
    {
      kind: 'taper',
      unit: 'mg',
      startDate: '2027-01-01',
      phases: [
        { days: 5, everyDays: 1, times: [{ time: '08:00', amount: '10' }] },
        {
          days: 1,
          everyDays: 1,
          times: [
            { time: '08:00', amount: '5' },
            { time: '20:00', amount: '2.5' },
          ],
        },
        { days: null, everyDays: 2, times: [{ time: '08:00', amount: '2.5' }] },
      ],
    },
    '10 mg at 08:00 for 5 days, then 5 mg at 08:00 and 2.5 mg at 20:00 for 1 day, then 2.5 mg at 08:00 every other day from then on',
  ],
  [
    {
      kind: 'interval',
      unit: 'mg',
      anchor: '2027-01-01T08:00:00Z',
      everyHours: 8,
      amount: '0.5',
      end: never,
    },
    '0.5 mg, every 8 hours',
  ],
  [
    {
      kind: 'windowedInterval',
      ...bounds,
      unit: 'drop',
      everyHours: 2,
      from: '08:00',
      until: '22:00',
      amount: '2',
    },
    '2 drops, every 2 hours between 08:00 and 22:00',
  ],
  [
    {
      kind: 'asNeeded',
      unit: 'tablet',
      amount: '2',
      reason: 'headache',
      minIntervalMinutes: 270,
      maxAmountIn24h: '8',
      followUpMinutes: 60,
    },
    '2 tablets, as needed for headache, at least 4 hours 30 minutes apart, at most 8 tablets in 24 hours',
  ],
  [
    {
      kind: 'asNeeded',
      unit: 'application',
      amount: '1',
      reason: '',
      minIntervalMinutes: null,
      maxAmountIn24h: null,
      followUpMinutes: null,
    },
    '1 application, as needed',
  ],
])('%j reads in plain words', (plan, words) => {
  expect(describePlan(plan)).toBe(words);
});

it.each([
  ['0.500', 'mg', '0.5 mg'],
  ['1.0', 'mg', '1 mg'],
  ['10', 'unit', '10 units'],
  ['0.25', 'tablet', '0.25 tablet'],
  ['1.5', 'tablet', '1.5 tablets'],
  ['2', 'patch', '2 patches'],
  ['2', 'suppository', '2 suppositories'],
  ['100', 'mcg', '100 mcg'],
] as const)('%s %s is shown as "%s": a leading zero, never a trailing one', (amount, unit, shown) => {
  expect(formatAmount(amount, unit)).toBe(shown);
});
