import { describe, expect, it } from 'vitest';
import type { SchedulePlan } from '../../schedule/schemas.ts';
import { draftOfPlan } from './draft-of-plan.ts';
import { planKinds } from './kinds.ts';
import { newPlanDraft } from './plan-draft.ts';
import { readPlan } from './read-plan.ts';

const zone = 'America/New_York';
const today = '2027-03-14';
const times = [
  { time: '08:00', amount: '1' },
  { time: '20:00', amount: '0.5' },
];
const bounds = {
  unit: 'capsule',
  startDate: '2027-01-01',
  end: { kind: 'until', date: '2027-06-30' },
} as const;

const plans: SchedulePlan[] = [
  { kind: 'daily', ...bounds, times },
  { kind: 'daily', ...bounds, startTime: '09:30', end: { kind: 'count', doses: 20 }, times },
  { kind: 'weekly', ...bounds, weekdays: [1, 5], everyWeeks: 2, times },
  { kind: 'everyDays', ...bounds, everyDays: 3, times },
  { kind: 'monthly', ...bounds, days: [1, 15, 'last'], times },
  { kind: 'cycle', ...bounds, daysOn: 21, daysOff: 7, anchorDate: '2027-01-01', times },
  {
    kind: 'taper',
    unit: 'tablet',
    startDate: '2027-01-01',
    phases: [
      { days: 5, everyDays: 1, times },
      { days: null, everyDays: 2, times: [{ time: '08:00', amount: '1' }] },
    ],
  },
  {
    kind: 'interval',
    unit: 'mL',
    amount: '2.5',
    anchor: '2027-01-01T13:00:00.000Z',
    everyHours: 8,
    end: { kind: 'never' },
  },
  { kind: 'windowedInterval', ...bounds, everyHours: 4, from: '08:00', until: '20:00', amount: '1' },
  {
    kind: 'asNeeded',
    unit: 'tablet',
    amount: '2',
    reason: 'pain',
    minIntervalMinutes: 90,
    maxAmountIn24h: '8',
    followUpMinutes: null,
  },
];

describe('the form of a schedule', () => {
  it.each(plans.map((plan) => [plan.kind, plan] as const))('says what the plan says: %s', (_, plan) => {
    expect(readPlan(draftOfPlan(plan, zone, today), zone)).toEqual({ plan, problems: {} });
  });

  it.each(planKinds.map(({ value }) => value))('offers %s, complete from the beginning', (kind) => {
    const draft = { ...newPlanDraft(today), kind };

    expect(readPlan(draft, zone).plan).toMatchObject({ kind });
  });

  it('offers every kind that there is', () => {
    expect(new Set(planKinds.map(({ value }) => value))).toEqual(new Set(plans.map(({ kind }) => kind)));
  });

  it('says at the field what is wrong', () => {
    const draft = { ...newPlanDraft(today), kind: 'everyDays', everyDays: '' } as const;
    const { plan, problems } = readPlan(
      { ...draft, startDate: '', times: [{ key: 1, time: '', amount: '1,5' }] },
      zone,
    );

    expect(plan).toBeNull();
    expect(problems).toMatchObject({
      everyDays: 'Between 1 and 365 days.',
      startDate: 'Choose a date.',
      'times.0.time': 'Write a time such as 08:00.',
      'times.0.amount': 'Write a number such as 2 or 0.5, with a point and at most three decimals.',
    });
  });

  it('survives a date that is being typed', () => {
    const draft = { ...newPlanDraft(today), kind: 'interval', startDate: '20', firstTime: '' } as const;

    expect(readPlan(draft, zone).problems).toEqual({ anchor: 'Choose date and time of the first dose.' });
  });
});
