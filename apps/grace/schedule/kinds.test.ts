import { describe, expect, it } from 'vitest';
import { nextSlots } from './next-slots.ts';
import type { SchedulePlan } from './schemas.ts';

const zone = 'Europe/Berlin';
const from = Date.parse('2027-01-01T00:00:00+01:00');
const bounds = { unit: 'mg', startDate: '2027-01-01', end: { kind: 'never' } } as const;
const at = (...times: string[]) => times.map((time) => ({ time, amount: '5' }));

/** Dates `step` days apart, worked out without the code under test. */
function everyDays(first: string, step: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * step * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Each date with each time: "2027-01-01 08:00". */
function each(dates: string[], ...times: string[]): string[] {
  return dates.flatMap((date) => times.map((time) => `${date} ${time}`));
}

function inMonths(days: (month: number, lastDay: number) => number[], months: number): string[] {
  return Array.from({ length: months }, (_, index) => {
    const lastDay = new Date(Date.UTC(2027, index + 1, 0)).getUTCDate();
    const dates = days(index, lastDay).filter((day) => day <= lastDay);
    return dates.map((day) => new Date(Date.UTC(2027, index, day)).toISOString().slice(0, 10));
  }).flat();
}

const kinds: { what: string; plan: SchedulePlan; expected: string[] }[] = [
  {
    what: 'fixed times on every day',
    plan: { kind: 'daily', ...bounds, times: at('08:00', '12:30', '20:00') },
    expected: each(everyDays('2027-01-01', 1, 20), '08:00', '12:30', '20:00'),
  },
  {
    what: 'Mondays and Thursdays',
    plan: { kind: 'weekly', ...bounds, weekdays: [1, 4], everyWeeks: 1, times: at('09:00') },
    expected: each(
      everyDays('2027-01-04', 7, 30).flatMap((monday) => [monday, ...everyDays(monday, 3, 2).slice(1)]),
      '09:00',
    ),
  },
  {
    // 1 January 2027 is a Friday: its week counts as the first, and only its Sunday is left of it.
    what: 'Wednesday and Sunday of every other week',
    plan: { kind: 'weekly', ...bounds, weekdays: [3, 7], everyWeeks: 2, times: at('09:00') },
    expected: each(
      [
        '2027-01-03',
        ...everyDays('2027-01-13', 14, 30).flatMap((wednesday) => [
          wednesday,
          ...everyDays(wednesday, 4, 2).slice(1),
        ]),
      ],
      '09:00',
    ),
  },
  {
    what: 'every third day',
    plan: { kind: 'everyDays', ...bounds, everyDays: 3, times: at('07:00', '19:00') },
    expected: each(everyDays('2027-01-01', 3, 30), '07:00', '19:00'),
  },
  {
    what: 'every four weeks',
    plan: { kind: 'everyDays', ...bounds, everyDays: 28, times: at('10:00') },
    expected: each(everyDays('2027-01-01', 28, 60), '10:00'),
  },
  {
    what: 'the 1st, 15th and last day of the month',
    plan: { kind: 'monthly', ...bounds, days: [1, 15, 'last'], times: at('08:00') },
    expected: each(
      inMonths((_, last) => [1, 15, last], 20),
      '08:00',
    ),
  },
  {
    what: 'the 30th and the 31st, which not every month has',
    plan: { kind: 'monthly', ...bounds, days: [31, 30], times: at('08:00') },
    expected: each(
      inMonths(() => [30, 31], 60),
      '08:00',
    ),
  },
  {
    what: '21 days on and 7 off, anchored before the start',
    plan: { kind: 'cycle', ...bounds, daysOn: 21, daysOff: 7, anchorDate: '2026-12-18', times: at('08:00') },
    expected: each(
      [
        ...everyDays('2027-01-01', 1, 7),
        ...everyDays('2027-01-15', 1, 21),
        ...everyDays('2027-02-12', 1, 21),
        ...everyDays('2027-03-12', 1, 21),
      ],
      '08:00',
    ),
  },
  {
    what: 'a taper: 3 days twice, 4 days once, then every other day',
    plan: {
      kind: 'taper',
      unit: 'mg',
      startDate: '2027-01-01',
      phases: [
        { days: 3, everyDays: 1, times: at('08:00', '20:00') },
        { days: 4, everyDays: 1, times: at('08:00') },
        { days: null, everyDays: 2, times: at('08:00') },
      ],
    },
    expected: [
      ...each(everyDays('2027-01-01', 1, 3), '08:00', '20:00'),
      ...each(everyDays('2027-01-04', 1, 4), '08:00'),
      ...each(everyDays('2027-01-08', 2, 50), '08:00'),
    ],
  },
  {
    what: 'every 12 hours from an instant, an hour later by the wall clock from 28 March on',
    plan: {
      kind: 'interval',
      unit: 'mg',
      anchor: '2027-03-21T06:00:00Z',
      everyHours: 12,
      amount: '5',
      end: bounds.end,
    },
    expected: [
      ...each(everyDays('2027-03-21', 1, 7), '07:00', '19:00'),
      ...each(everyDays('2027-03-28', 1, 23), '08:00', '20:00'),
    ],
  },
  {
    what: 'every 4 hours between 08:00 and 22:00',
    plan: { kind: 'windowedInterval', ...bounds, everyHours: 4, from: '08:00', until: '22:00', amount: '5' },
    expected: each(everyDays('2027-01-01', 1, 15), '08:00', '12:00', '16:00', '20:00'),
  },
  {
    what: 'as needed, which plans nothing',
    plan: {
      kind: 'asNeeded',
      unit: 'mg',
      amount: '5',
      reason: 'pain',
      minIntervalMinutes: 240,
      maxAmountIn24h: '20',
      followUpMinutes: null,
    },
    expected: [],
  },
];

describe('the next 60 doses', () => {
  it.each(kinds)('of $what', ({ plan, expected }) => {
    const doses = nextSlots(plan, zone, from, 60).map(
      ({ localDate, plannedTime }) => `${localDate} ${plannedTime}`,
    );

    expect(doses).toEqual(expected.slice(0, 60));
    expect([0, 60]).toContain(doses.length);
  });
});

describe('a plan', () => {
  const daily: SchedulePlan = { kind: 'daily', ...bounds, times: at('08:00', '20:00') };
  const shown = (plan: SchedulePlan, start = from) =>
    nextSlots(plan, zone, start, 60).map(({ localDate, slot }) => `${localDate} ${slot}`);

  it('ends with its last day', () => {
    expect(shown({ ...daily, end: { kind: 'until', date: '2027-01-02' } })).toEqual(
      each(['2027-01-01', '2027-01-02'], '08:00', '20:00'),
    );
  });

  it('ends after a number of doses, wherever one begins to look', () => {
    const plan: SchedulePlan = { ...daily, startTime: '12:00', end: { kind: 'count', doses: 4 } };

    expect(shown(plan)).toEqual([
      '2027-01-01 20:00',
      '2027-01-02 08:00',
      '2027-01-02 20:00',
      '2027-01-03 08:00',
    ]);
    expect(shown(plan, Date.parse('2027-01-02T12:00Z'))).toEqual(['2027-01-02 20:00', '2027-01-03 08:00']);
    expect(shown(plan, Date.parse('2027-01-04T12:00Z'))).toEqual([]);
  });

  it('by the hour ends with the last day of its zone', () => {
    const plan: SchedulePlan = {
      kind: 'interval',
      unit: 'mg',
      anchor: '2026-12-31T23:00:00Z',
      everyHours: 8,
      amount: '5',
      end: { kind: 'until', date: '2027-01-01' },
    };

    expect(shown(plan)).toEqual(['2027-01-01 n0', '2027-01-01 n1', '2027-01-01 n2']);
  });

  it('may give another amount at each time', () => {
    const plan: SchedulePlan = {
      ...daily,
      times: [
        { time: '08:00', amount: '0.5' },
        { time: '20:00', amount: '1' },
      ],
    };

    expect(nextSlots(plan, zone, from, 2).map(({ amount, unit }) => `${amount} ${unit}`)).toEqual([
      '0.5 mg',
      '1 mg',
    ]);
  });

  it('that begins in fifteen years is found at once', () => {
    expect(shown({ ...daily, startDate: '2042-01-01' })[0]).toBe('2042-01-01 08:00');
  });
});
