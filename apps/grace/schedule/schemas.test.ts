import { describe, expect, it } from 'vitest';
import { Amount, SchedulePlan, ZoneId } from './schemas.ts';

const daily = {
  kind: 'daily',
  unit: 'tablet',
  startDate: '2027-01-01',
  end: { kind: 'never' },
  times: [{ time: '08:00', amount: '1' }],
};
const problems = (plan: unknown) =>
  SchedulePlan.safeParse(plan).error?.issues.map(({ message }) => message) ?? [];

describe('an amount', () => {
  it.each([
    ['1', '1'],
    ['1.0', '1'],
    ['.5', '0.5'],
    ['0.50', '0.5'],
    [' 007.125 ', '7.125'],
  ])('written %j is kept as %j', (written, kept) => {
    expect(Amount.parse(written)).toBe(kept);
  });

  it.each(['0', '0.000', '-1', '1,5', '1e3', 'two', '', '1.2345', '100000', 'Infinity', '½'])(
    '%j is refused',
    (written) => {
      expect(Amount.safeParse(written).success).toBe(false);
    },
  );
});

describe('a plan', () => {
  it('keeps its times in order', () => {
    const plan = SchedulePlan.parse({
      ...daily,
      times: [
        { time: '20:00', amount: '1' },
        { time: '08:00', amount: '2' },
      ],
    });

    expect(plan).toHaveProperty('times', [
      { time: '08:00', amount: '2' },
      { time: '20:00', amount: '1' },
    ]);
  });

  it.each([
    ['no time', { ...daily, times: [] }, 'Add at least one time.'],
    [
      'the same time twice',
      { ...daily, times: [daily.times[0], daily.times[0]] },
      'The same time is there twice.',
    ],
    [
      'a time that no clock shows',
      { ...daily, times: [{ time: '24:00', amount: '1' }] },
      'Write a time such as 08:00.',
    ],
    ['a day that no month has', { ...daily, startDate: '2027-02-30' }, 'Choose a date.'],
    ['an unknown unit', { ...daily, unit: 'µg' }, 'Choose a unit.'],
    [
      'an end before its beginning',
      { ...daily, end: { kind: 'until', date: '2026-12-31' } },
      'The last day must not come before the first one.',
    ],
    ['no dose at all', { ...daily, end: { kind: 'count', doses: 0 } }, 'Between 1 and 10,000 doses.'],
    [
      'no weekday',
      { ...daily, kind: 'weekly', everyWeeks: 1, weekdays: [] },
      'Choose at least one day of the week.',
    ],
    ['no day of the month', { ...daily, kind: 'monthly', days: [] }, 'Choose at least one day of the month.'],
    [
      'a phase without end before another',
      {
        kind: 'taper',
        unit: 'mg',
        startDate: '2027-01-01',
        phases: [null, 3].map((days) => ({ days, everyDays: 1, times: daily.times })),
      },
      'Only the last phase may go on without end.',
    ],
    [
      'more than three days between doses by the hour',
      {
        kind: 'interval',
        unit: 'mg',
        anchor: '2027-01-01T08:00:00Z',
        everyHours: 73,
        amount: '1',
        end: daily.end,
      },
      'Between 1 and 72 hours.',
    ],
    [
      'a window over midnight',
      { ...daily, kind: 'windowedInterval', everyHours: 4, from: '22:00', until: '06:00', amount: '1' },
      'The last time must come after the first one, on the same day.',
    ],
    [
      'one dose above the most in 24 hours',
      {
        kind: 'asNeeded',
        unit: 'tablet',
        amount: '2',
        reason: 'pain',
        minIntervalMinutes: 240,
        maxAmountIn24h: '1.5',
        followUpMinutes: null,
      },
      'One dose is already more than the most in 24 hours.',
    ],
  ])('with %s says so', (_, plan, message) => {
    expect(problems(plan)).toContain(message);
  });
});

it.each([
  ['a week', { kind: 'weekly', everyWeeks: 1, weekdays: Array(1_000).fill(0) }],
  ['a month', { kind: 'monthly', days: Array(1_000).fill(0) }],
])('of the days of %s no more are looked at than there are', (_, plan) => {
  expect(problems({ ...daily, ...plan })).toHaveLength(1);
});

describe('a time zone', () => {
  it.each(['America/New_York', 'Asia/Kathmandu', 'UTC'])('%s is known', (zone) => {
    expect(ZoneId.safeParse(zone).success).toBe(true);
  });

  it.each(['', 'Mars/Olympus', '+02:00', 'America/New_York; --'])('%j is not', (zone) => {
    expect(ZoneId.safeParse(zone).success).toBe(false);
  });
});
