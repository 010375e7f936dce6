import type { DoseUnit, PlanEnd, SchedulePlan } from '../../schedule/schemas.ts';

export type PlanKind = SchedulePlan['kind'];

/** A time as it is being typed; the key tells rows apart while they change. */
export interface TimeDraft {
  key: number;
  time: string;
  amount: string;
}

export interface PhaseDraft {
  key: number;
  /** Empty for "from then on". */
  days: string;
  everyDays: string;
  times: TimeDraft[];
}

/** A schedule as it is being typed: what every kind asks for, so that changing the kind loses nothing. */
export interface PlanDraft {
  kind: PlanKind;
  unit: DoseUnit;
  amount: string;
  times: TimeDraft[];
  startDate: string;
  /** Doses of the first day before it are left out. */
  startTime: string;
  endKind: PlanEnd['kind'];
  endDate: string;
  endDoses: string;
  weekdays: number[];
  everyWeeks: string;
  everyDays: string;
  monthDays: (number | 'last')[];
  daysOn: string;
  daysOff: string;
  phases: PhaseDraft[];
  everyHours: string;
  firstTime: string;
  from: string;
  until: string;
  reason: string;
  minIntervalHours: string;
  maxAmountIn24h: string;
  followUpMinutes: string;
}

/** A key that none of the rows has; drafts outlive the page, and their keys with them. */
export function freeKey(rows: { key: number }[]): number {
  return Math.max(0, ...rows.map(({ key }) => key)) + 1;
}

export const phaseDraft = (key: number, amount = '1'): PhaseDraft => ({
  key,
  days: '7',
  everyDays: '1',
  times: [{ key: 1, time: '08:00', amount }],
});

/** One tablet every morning, from today on. */
export function newPlanDraft(today: string): PlanDraft {
  return {
    kind: 'daily',
    unit: 'tablet',
    amount: '1',
    times: [{ key: 1, time: '08:00', amount: '1' }],
    startDate: today,
    startTime: '',
    endKind: 'never',
    endDate: '',
    endDoses: '',
    weekdays: [1],
    everyWeeks: '1',
    everyDays: '2',
    monthDays: [1],
    daysOn: '21',
    daysOff: '7',
    phases: [phaseDraft(1, '3'), phaseDraft(2, '2'), phaseDraft(3, '1')],
    everyHours: '8',
    firstTime: '08:00',
    from: '08:00',
    until: '20:00',
    reason: '',
    minIntervalHours: '4',
    maxAmountIn24h: '',
    followUpMinutes: '60',
  };
}
