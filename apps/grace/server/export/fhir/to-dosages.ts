import type { Dosage, Timing, TimingRepeat } from '@medplum/fhirtypes';
import { addDays } from '../../../schedule/calendar-day.ts';
import { describePlan } from '../../../schedule/describe.ts';
import type { DoseTime, DoseUnit, PlanEnd, SchedulePlan } from '../../../schedule/schemas.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const ucum = 'http://unitsofmeasure.org';

/**
 * The instructions of a plan. Those that hold at the same time share a sequence; the phases of a taper follow one another. Where the
 * coded part cannot say everything, as days of the month, the text does, and the code of the timing repeats it.
 */
export function toDosages(plan: SchedulePlan): Dosage[] {
  switch (plan.kind) {
    case 'asNeeded':
      return [asNeeded(plan)];
    case 'taper':
      return taper(plan);
    case 'interval':
      return [
        {
          sequence: 1,
          text: describePlan(plan),
          timing: {
            repeat: {
              boundsPeriod: { start: plan.anchor, ...endOf(plan.end) },
              ...countOf(plan.end),
              frequency: 1,
              period: plan.everyHours,
              periodUnit: 'h',
            },
          },
          ...dose(plan.amount, plan.unit),
        },
      ];
    case 'windowedInterval': {
      const timeOfDay = timesWithin(plan.from, plan.until, plan.everyHours);
      const repeat = { ...boundsOf(plan), frequency: timeOfDay.length, period: 1, periodUnit: 'd' as const };
      return [
        {
          sequence: 1,
          text: describePlan(plan),
          timing: { repeat: { ...repeat, timeOfDay } },
          ...dose(plan.amount, plan.unit),
        },
      ];
    }
    default:
      return byAmount(plan.times).map((times) => ({
        sequence: 1,
        text: describePlan({ ...plan, times }),
        timing: timingOf(plan, times),
        ...dose(times[0]?.amount ?? '', plan.unit),
      }));
  }
}

type DayPlan = Extract<SchedulePlan, { times: DoseTime[] }>;

function timingOf(plan: DayPlan, times: DoseTime[]): Timing {
  const daily = { ...boundsOf(plan), frequency: times.length, timeOfDay: timesOf(times) };
  switch (plan.kind) {
    case 'daily':
      return { repeat: { ...daily, period: 1, periodUnit: 'd' } };
    case 'everyDays':
      return { repeat: { ...daily, period: plan.everyDays, periodUnit: 'd' } };
    case 'weekly': {
      const dayOfWeek = plan.weekdays.map((day) => weekdays[day - 1] ?? 'mon');
      if (plan.everyWeeks === 1) return { repeat: { ...daily, dayOfWeek, period: 1, periodUnit: 'd' } };
      const frequency = times.length * dayOfWeek.length;
      return { repeat: { ...daily, frequency, dayOfWeek, period: plan.everyWeeks, periodUnit: 'wk' } };
    }
    case 'monthly':
      return {
        repeat: { ...daily, frequency: times.length * plan.days.length, period: 1, periodUnit: 'mo' },
        code: { text: describePlan({ ...plan, times }) },
      };
    case 'cycle':
      return { repeat: boundsOf(plan), code: { text: describePlan({ ...plan, times }) } };
  }
}

function taper(plan: Extract<SchedulePlan, { kind: 'taper' }>): Dosage[] {
  let start = plan.startDate;
  return plan.phases.flatMap((phase, index) => {
    const last = phase.days === null ? undefined : addDays(start, phase.days - 1);
    const boundsPeriod = { start, ...(last && { end: last }) };
    const dosages = byAmount(phase.times).map(
      (times): Dosage => ({
        sequence: index + 1,
        text: describePlan({ ...plan, startDate: start, phases: [{ ...phase, times }] }),
        timing: {
          repeat: {
            boundsPeriod,
            frequency: times.length,
            period: phase.everyDays,
            periodUnit: 'd',
            timeOfDay: timesOf(times),
          },
        },
        ...dose(times[0]?.amount ?? '', plan.unit),
      }),
    );
    if (last) start = addDays(last, 1);
    return dosages;
  });
}

function asNeeded(plan: Extract<SchedulePlan, { kind: 'asNeeded' }>): Dosage {
  const { reason, minIntervalMinutes, maxAmountIn24h, unit } = plan;
  return {
    sequence: 1,
    text: describePlan(plan),
    ...(reason ? { asNeededCodeableConcept: { text: reason } } : { asNeededBoolean: true }),
    ...(minIntervalMinutes && {
      timing: { repeat: { frequency: 1, period: minIntervalMinutes, periodUnit: 'min' } },
    }),
    ...(maxAmountIn24h && {
      maxDosePerPeriod: {
        numerator: { value: Number(maxAmountIn24h), unit },
        denominator: { value: 24, unit: 'h', system: ucum, code: 'h' },
      },
    }),
    ...dose(plan.amount, unit),
  };
}

const dose = (amount: string, unit: DoseUnit): Dosage => ({
  doseAndRate: [{ doseQuantity: { value: Number(amount), unit } }],
});

const boundsOf = ({ startDate, end }: { startDate: string; end: PlanEnd }): TimingRepeat => ({
  boundsPeriod: { start: startDate, ...endOf(end) },
  ...countOf(end),
});
const endOf = (end: PlanEnd) => (end.kind === 'until' ? { end: end.date } : {});
const countOf = (end: PlanEnd) => (end.kind === 'count' ? { count: end.doses } : {});

const timesOf = (times: DoseTime[]) => times.map(({ time }) => `${time}:00`);

/** Times at which the same amount is due belong together: an instruction has one amount. */
function byAmount(times: DoseTime[]): DoseTime[][] {
  return [...Map.groupBy(times, ({ amount }) => Number(amount)).values()];
}

function timesWithin(from: string, until: string, everyHours: number): string[] {
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const two = (value: number) => String(value).padStart(2, '0');
  const times: string[] = [];
  for (let at = minutesOf(from); at <= minutesOf(until); at += everyHours * 60) {
    times.push(`${two(Math.floor(at / 60))}:${two(at % 60)}:00`);
  }
  return times;
}
