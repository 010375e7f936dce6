import { expect, it } from 'vitest';
import { defaultLateWindowMinutes } from './late-window.ts';
import type { SchedulePlan } from './schemas.ts';

const bounds = { unit: 'tablet', startDate: '2027-01-01', end: { kind: 'never' } } as const;
const at = (...times: string[]) => times.map((time) => ({ time, amount: '1' }));
const interval = (everyHours: number): SchedulePlan => ({
  kind: 'interval',
  unit: 'mg',
  anchor: '2027-01-01T08:00:00Z',
  everyHours,
  amount: '1',
  end: bounds.end,
});
const window = { kind: 'windowedInterval', ...bounds, from: '08:00', until: '22:00', amount: '1' } as const;

it.each<[string, SchedulePlan, number]>([
  ['once a day', { kind: 'daily', ...bounds, times: at('08:00') }, 120],
  ['once a month', { kind: 'monthly', ...bounds, days: [1], times: at('08:00') }, 120],
  ['twice a day', { kind: 'daily', ...bounds, times: at('08:00', '20:00') }, 60],
  ['every four hours', { kind: 'daily', ...bounds, times: at('08:00', '12:00', '16:00') }, 60],
  ['more often than every four hours', { kind: 'daily', ...bounds, times: at('08:00', '11:00') }, 30],
  ['half an hour apart', { kind: 'daily', ...bounds, times: at('08:00', '08:30') }, 15],
  ['every 24 hours', interval(24), 120],
  ['every 8 hours', interval(8), 60],
  ['every 2 hours', interval(2), 30],
  ['every 4 hours within a window', { ...window, everyHours: 4 }, 60],
  [
    'a taper whose first phase is twice a day',
    {
      kind: 'taper',
      unit: 'mg',
      startDate: '2027-01-01',
      phases: [at('08:00', '20:00'), at('08:00')].map((times) => ({ days: 5, everyDays: 1, times })),
    },
    60,
  ],
])('%s', (_, plan, minutes) => {
  expect(defaultLateWindowMinutes(plan)).toBe(minutes);
});
