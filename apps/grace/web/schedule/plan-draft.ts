import type { DoseTime, DoseUnit, PlanEnd, SchedulePlan, TaperPhase } from '../../schedule/schemas.ts';
import { instantOf, localAt } from '../../schedule/zone.ts';

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

/** A plan that is there, to be changed. */
export function draftOfPlan(plan: SchedulePlan, zone: string, today: string): PlanDraft {
  const draft: PlanDraft = { ...newPlanDraft(today), kind: plan.kind, unit: plan.unit };
  if ('startDate' in plan)
    Object.assign(draft, { startDate: plan.startDate, startTime: plan.startTime ?? '' });
  if ('amount' in plan) draft.amount = plan.amount;
  if ('times' in plan) draft.times = timeDrafts(plan.times);
  if ('end' in plan) Object.assign(draft, endDraft(plan.end));
  switch (plan.kind) {
    case 'weekly':
      return { ...draft, weekdays: plan.weekdays, everyWeeks: String(plan.everyWeeks) };
    case 'everyDays':
      return { ...draft, everyDays: String(plan.everyDays) };
    case 'monthly':
      return { ...draft, monthDays: plan.days };
    case 'cycle':
      return {
        ...draft,
        startDate: plan.anchorDate,
        daysOn: String(plan.daysOn),
        daysOff: String(plan.daysOff),
      };
    case 'taper':
      return { ...draft, phases: plan.phases.map(phaseDraftOf) };
    case 'interval': {
      const { date, time } = localAt(zone, Date.parse(plan.anchor));
      return { ...draft, startDate: date, firstTime: time, everyHours: String(plan.everyHours) };
    }
    case 'windowedInterval':
      return { ...draft, everyHours: String(plan.everyHours), from: plan.from, until: plan.until };
    case 'asNeeded':
      return {
        ...draft,
        reason: plan.reason,
        minIntervalHours: plan.minIntervalMinutes === null ? '' : String(plan.minIntervalMinutes / 60),
        maxAmountIn24h: plan.maxAmountIn24h ?? '',
        followUpMinutes: plan.followUpMinutes === null ? '' : String(plan.followUpMinutes),
      };
    default:
      return draft;
  }
}

const timeDrafts = (times: DoseTime[]): TimeDraft[] =>
  times.map(({ time, amount }, index) => ({ key: index + 1, time, amount }));

const phaseDraftOf = (phase: TaperPhase, index: number): PhaseDraft => ({
  key: index + 1,
  days: phase.days === null ? '' : String(phase.days),
  everyDays: String(phase.everyDays),
  times: timeDrafts(phase.times),
});

function endDraft(end: PlanEnd): Partial<PlanDraft> {
  if (end.kind === 'until') return { endKind: 'until', endDate: end.date };
  return end.kind === 'count' ? { endKind: 'count', endDoses: String(end.doses) } : { endKind: 'never' };
}

/** What the draft says, for the schema to judge: a text that is no number becomes none. */
export function inputOf(draft: PlanDraft, zone: string): unknown {
  const { kind, unit, amount, startDate } = draft;
  const base = { kind, unit };
  const start = { startDate, ...(draft.startTime === '' ? {} : { startTime: draft.startTime }) };
  const dated = { ...base, ...start, end: endOf(draft) };
  const times = timesOf(draft.times);
  switch (kind) {
    case 'daily':
      return { ...dated, times };
    case 'weekly':
      return { ...dated, times, weekdays: draft.weekdays, everyWeeks: numberOf(draft.everyWeeks) };
    case 'everyDays':
      return { ...dated, times, everyDays: numberOf(draft.everyDays) };
    case 'monthly':
      return { ...dated, times, days: draft.monthDays };
    case 'cycle':
      return {
        ...dated,
        times,
        anchorDate: startDate,
        daysOn: numberOf(draft.daysOn),
        daysOff: numberOf(draft.daysOff),
      };
    case 'taper':
      return {
        ...base,
        ...start,
        phases: draft.phases.map(({ days, everyDays, times: phaseTimes }) => ({
          days: days === '' ? null : numberOf(days),
          everyDays: numberOf(everyDays),
          times: timesOf(phaseTimes),
        })),
      };
    case 'interval':
      return {
        ...base,
        amount,
        everyHours: numberOf(draft.everyHours),
        anchor: instantText(zone, startDate, draft.firstTime),
        end: endOf(draft),
      };
    case 'windowedInterval':
      return {
        ...dated,
        amount,
        everyHours: numberOf(draft.everyHours),
        from: draft.from,
        until: draft.until,
      };
    case 'asNeeded':
      return {
        ...base,
        amount,
        reason: draft.reason,
        minIntervalMinutes:
          draft.minIntervalHours === '' ? null : Math.round(numberOf(draft.minIntervalHours) * 60),
        maxAmountIn24h: draft.maxAmountIn24h === '' ? null : draft.maxAmountIn24h,
        followUpMinutes: draft.followUpMinutes === '' ? null : numberOf(draft.followUpMinutes),
      };
  }
}

const timesOf = (times: TimeDraft[]) => times.map(({ time, amount }) => ({ time, amount }));

function endOf({ endKind, endDate, endDoses }: PlanDraft) {
  if (endKind === 'until') return { kind: endKind, date: endDate };
  return endKind === 'count' ? { kind: endKind, doses: numberOf(endDoses) } : { kind: endKind };
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function instantText(zone: string, date: string, time: string): string {
  try {
    return new Date(instantOf(zone, date, time)).toISOString();
  } catch {
    return '';
  }
}
