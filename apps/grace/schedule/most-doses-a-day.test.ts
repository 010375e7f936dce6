import { expect, it } from 'vitest';
import { mostDosesADay } from './most-doses-a-day.ts';
import { SchedulePlan } from './schemas.ts';

const times = (count: number) =>
  Array.from({ length: count }, (_, hour) => ({ time: `${String(hour).padStart(2, '0')}:00`, amount: '1' }));
const plan = (more: object) =>
  SchedulePlan.parse({ unit: 'tablet', startDate: '2026-01-01', end: { kind: 'never' }, ...more });
const daily = (count: number) => plan({ kind: 'daily', times: times(count) });

it.each([
  [3, daily(3)],
  [2, plan({ kind: 'weekly', weekdays: [1], everyWeeks: 2, times: times(2) })],
  [24, plan({ kind: 'interval', anchor: '2026-01-01T00:00:00Z', everyHours: 1, amount: '1' })],
  [5, plan({ kind: 'interval', anchor: '2026-01-01T00:00:00Z', everyHours: 5, amount: '1' })],
  [13, plan({ kind: 'windowedInterval', everyHours: 1, from: '08:00', until: '20:30', amount: '1' })],
  [
    4,
    plan({
      kind: 'taper',
      phases: [1, 4, 2].map((count) => ({ days: 3, everyDays: 1, times: times(count) })),
    }),
  ],
  [
    0,
    plan({
      kind: 'asNeeded',
      amount: '1',
      reason: '',
      minIntervalMinutes: null,
      maxAmountIn24h: null,
      followUpMinutes: null,
    }),
  ],
])('a plan asks for at most %i doses in a day', (most, one) => {
  expect(mostDosesADay([{ plan: one, effectiveFrom: 0 }])).toBe(most);
});

it('adds up what holds at the same time, and not what follows', () => {
  const followed = [
    { plan: daily(10), effectiveFrom: 0, effectiveUntil: 100 },
    { plan: daily(7), effectiveFrom: 100, effectiveUntil: 200 },
  ];

  expect(mostDosesADay(followed)).toBe(10);
  expect(mostDosesADay([...followed, { plan: daily(6), effectiveFrom: 150 }])).toBe(13);
  expect(mostDosesADay([{ plan: daily(6), effectiveFrom: 100, effectiveUntil: 100 }])).toBe(0);
  expect(mostDosesADay([])).toBe(0);
});
