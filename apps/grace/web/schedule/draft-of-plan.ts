import type { DoseTime, PlanEnd, SchedulePlan, TaperPhase } from '../../schedule/schemas.ts';
import { localAt } from '../../schedule/zone.ts';
import { newPlanDraft, type PhaseDraft, type PlanDraft, type TimeDraft } from './plan-draft.ts';

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
