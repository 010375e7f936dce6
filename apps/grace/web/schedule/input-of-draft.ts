import { instantOf } from '../../schedule/zone.ts';
import type { PlanDraft, TimeDraft } from './plan-draft.ts';

/** What the draft says, for the schema to judge: a text that is no number becomes none. */
export function inputOfDraft(draft: PlanDraft, zone: string): unknown {
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
