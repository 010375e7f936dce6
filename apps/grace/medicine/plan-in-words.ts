import { formatAmount } from '../schedule/amount.ts';
import type { DoseTime, DoseUnit, PlanEnd, SchedulePlan, TaperPhase } from '../schedule/schemas.ts';

/** How times and dates are written where the words are read. */
export interface WordFormats {
  time: (time: string) => string;
  date: (localDate: string) => string;
}

const asStored: WordFormats = { time: (time) => time, date: (date) => date };
const list = new Intl.ListFormat('en', { type: 'conjunction' });
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When and how much, as one would say it: "1 tablet at 08:00 and 20:00, every day". */
export function planInWords(plan: SchedulePlan, formats: WordFormats = asStored): string {
  const end = 'end' in plan ? endInWords(plan.end, formats) : '';
  return `${withoutEnd(plan, formats)}${end}`;
}

function withoutEnd(plan: SchedulePlan, formats: WordFormats): string {
  switch (plan.kind) {
    case 'taper':
      return taperInWords(plan.phases, plan.unit, formats);
    case 'interval':
      return `${formatAmount(plan.amount, plan.unit)} every ${counted(plan.everyHours, 'hour')}`;
    case 'windowedInterval':
      return `${formatAmount(plan.amount, plan.unit)} every ${counted(plan.everyHours, 'hour')} from ${formats.time(plan.from)} to ${formats.time(plan.until)}, every day`;
    case 'asNeeded':
      return asNeededInWords(plan);
    default:
      return `${timesInWords(plan.times, plan.unit, formats)}, ${daysInWords(plan)}`;
  }
}

type DayPlan = Extract<SchedulePlan, { kind: 'daily' | 'weekly' | 'everyDays' | 'monthly' | 'cycle' }>;

function daysInWords(plan: DayPlan): string {
  switch (plan.kind) {
    case 'daily':
      return 'every day';
    case 'everyDays':
      return everyDaysInWords(plan.everyDays);
    case 'weekly': {
      const days = list.format(plan.weekdays.map((day) => weekdays[day - 1] ?? ''));
      if (plan.everyWeeks === 1) return `every ${days}`;
      return `on ${days} of ${plan.everyWeeks === 2 ? 'every other week' : `every ${ordinal(plan.everyWeeks)} week`}`;
    }
    case 'monthly': {
      const numbers = plan.days.filter((day) => day !== 'last').toSorted((a, b) => a - b);
      const days = [
        ...numbers.map((day) => `the ${ordinal(day)}`),
        ...(plan.days.includes('last') ? ['the last day'] : []),
      ];
      return `on ${list.format(days)} of the month`;
    }
    case 'cycle':
      return `${counted(plan.daysOn, 'day')} on, then ${counted(plan.daysOff, 'day')} off`;
  }
}

function everyDaysInWords(days: number): string {
  if (days === 1) return 'every day';
  return days === 2 ? 'every other day' : `every ${days} days`;
}

/** "1 tablet at 08:00 and 20:00", or "2 tablets at 08:00 and 1 tablet at 20:00". */
function timesInWords(times: DoseTime[], unit: DoseUnit, { time: format }: WordFormats): string {
  const [first] = times;
  if (first && times.every(({ amount }) => amount === first.amount)) {
    const each = list.format(times.map(({ time }) => format(time)));
    return `${formatAmount(first.amount, unit)} at ${each}`;
  }
  return list.format(times.map(({ time, amount }) => `${formatAmount(amount, unit)} at ${format(time)}`));
}

function taperInWords(phases: TaperPhase[], unit: DoseUnit, formats: WordFormats): string {
  const steps = phases.map(({ days, everyDays, times }) => {
    const dose = timesInWords(times, unit, formats);
    const often = everyDays === 1 ? '' : `, ${everyDaysInWords(everyDays)}`;
    return days === null ? `${dose}${often} from then on` : `${dose}${often} for ${counted(days, 'day')}`;
  });
  return steps.join(', then ');
}

function asNeededInWords(plan: Extract<SchedulePlan, { kind: 'asNeeded' }>): string {
  const dose = `${formatAmount(plan.amount, plan.unit)} when needed`;
  return [
    plan.reason === '' ? dose : `${dose} for ${plan.reason}`,
    ...(plan.minIntervalMinutes === null
      ? []
      : [`at least ${minutesInWords(plan.minIntervalMinutes)} apart`]),
    ...(plan.maxAmountIn24h === null
      ? []
      : [`no more than ${formatAmount(plan.maxAmountIn24h, plan.unit)} in 24 hours`]),
  ].join(', ');
}

function endInWords(end: PlanEnd, { date }: WordFormats): string {
  if (end.kind === 'until') return `, until ${date(end.date)}`;
  return end.kind === 'count' ? `, ${counted(end.doses, 'dose')} in all` : '';
}

// "90 minutes", "4 hours": whole hours where they are whole.
function minutesInWords(minutes: number): string {
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' });

function ordinal(number: number): string {
  return `${number}${endings[ordinalRules.select(number)] ?? 'th'}`;
}
