import { formatAmount } from './amount.ts';
import type { DoseTime, DoseUnit, PlanEnd, SchedulePlan } from './schemas.ts';

/** How a page writes times and dates; lists, prints and exports take what is the default. */
export interface Wording {
  time: (time: string) => string;
  date: (localDate: string) => string;
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const plain: Wording = {
  time: (time) => time,
  date: (date) => longDate.format(Date.parse(`${date}T00:00Z`)),
};

/** "1 tablet, every day at 08:00 and 20:00, until 31 March 2027": dose, rhythm and end in plain words. */
export function describePlan(plan: SchedulePlan, wording: Wording = plain): string {
  const amount = commonAmount(plan);
  const timing = describeTiming(plan, wording);
  return amount === undefined ? timing : `${formatAmount(amount, plan.unit)}, ${uncapitalised(timing)}`;
}

/** "Every day at 08:00 and 20:00"; with the amounts only where they differ. */
function describeTiming(plan: SchedulePlan, wording: Wording = plain): string {
  switch (plan.kind) {
    case 'asNeeded':
      return asNeeded(plan);
    case 'taper':
      return plan.phases.map((phase) => phaseWords(phase, plan.unit, wording)).join(', then ');
    case 'interval':
      return `Every ${plan.everyHours === 1 ? 'hour' : `${plan.everyHours} hours`}${endWords(plan.end, wording)}`;
    case 'windowedInterval': {
      const every = plan.everyHours === 1 ? 'Every hour' : `Every ${plan.everyHours} hours`;
      const { time } = wording;
      return `${every} between ${time(plan.from)} and ${time(plan.until)}${endWords(plan.end, wording)}`;
    }
    default:
      return `${rhythm(plan)}${timesWords(plan.times, plan.unit, wording)}${endWords(plan.end, wording)}`;
  }
}

type TimedPlan = Extract<SchedulePlan, { kind: 'daily' | 'weekly' | 'everyDays' | 'monthly' | 'cycle' }>;

function rhythm(plan: TimedPlan): string {
  switch (plan.kind) {
    case 'daily':
      return 'Every day';
    case 'weekly': {
      const days = weekdaysWords(plan.weekdays);
      if (plan.everyWeeks === 1) return `Every ${days}`;
      return plan.everyWeeks === 2
        ? `Every other week on ${days}`
        : `Every ${plan.everyWeeks} weeks on ${days}`;
    }
    case 'everyDays':
      return everyDaysWords(plan.everyDays);
    case 'monthly':
      return `Every month on the ${joined(monthDays(plan.days))}`;
    case 'cycle':
      return `${daysWords(plan.daysOn)} on, ${daysWords(plan.daysOff)} off,`;
  }
}

function everyDaysWords(days: number): string {
  if (days === 1) return 'Every day';
  return days === 2 ? 'Every other day' : `Every ${days} days`;
}

function asNeeded(plan: Extract<SchedulePlan, { kind: 'asNeeded' }>): string {
  const { reason, minIntervalMinutes, maxAmountIn24h, unit } = plan;
  const parts = [reason ? `As needed for ${reason}` : 'As needed'];
  if (minIntervalMinutes !== null) parts.push(`at least ${duration(minIntervalMinutes)} apart`);
  if (maxAmountIn24h !== null) parts.push(`at most ${formatAmount(maxAmountIn24h, unit)} in 24 hours`);
  return parts.join(', ');
}

function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [];
  if (hours > 0) parts.push(hours === 1 ? '1 hour' : `${hours} hours`);
  if (rest > 0) parts.push(rest === 1 ? '1 minute' : `${rest} minutes`);
  return parts.join(' ');
}

function phaseWords(
  { days, everyDays, times }: Extract<SchedulePlan, { kind: 'taper' }>['phases'][number],
  unit: DoseUnit,
  wording: Wording,
): string {
  const rest = everyDays === 1 ? '' : ` ${uncapitalised(everyDaysWords(everyDays))}`;
  const length = days === null ? ' from then on' : ` for ${daysWords(days)}`;
  const [first] = times;
  if (first && times.every(({ amount }) => amount === first.amount)) {
    const clocks = joined(times.map(({ time }) => wording.time(time)));
    return `${formatAmount(first.amount, unit)} at ${clocks}${rest}${length}`;
  }
  return `${doses(times, unit, wording)}${rest}${length}`;
}

function timesWords(times: DoseTime[], unit: DoseUnit, wording: Wording): string {
  const isUniform = times.every(({ amount }) => amount === times[0]?.amount);
  if (!isUniform) return `: ${doses(times, unit, wording)}`;
  return ` at ${joined(times.map(({ time }) => wording.time(time)))}`;
}

function doses(times: DoseTime[], unit: DoseUnit, { time: format }: Wording): string {
  return joined(times.map(({ time, amount }) => `${formatAmount(amount, unit)} at ${format(time)}`));
}

function endWords(end: PlanEnd, { date }: Wording): string {
  if (end.kind === 'until') return `, until ${date(end.date)}`;
  if (end.kind === 'count') return end.doses === 1 ? ', once' : `, ${end.doses} doses in all`;
  return '';
}

/** The amount of every dose, where they are all alike. */
function commonAmount(plan: SchedulePlan): string | undefined {
  if (plan.kind === 'taper') return undefined;
  if (!('times' in plan)) return plan.amount;
  const amount = plan.times[0]?.amount;
  return plan.times.every((time) => time.amount === amount) ? amount : undefined;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function weekdaysWords(weekdays: number[]): string {
  const all = weekdays.join('');
  if (all === '1234567') return 'day';
  if (all === '12345') return 'weekday (Monday to Friday)';
  return joined(weekdays.map((weekday) => weekdayNames[weekday - 1] ?? ''));
}

function monthDays(days: (number | 'last')[]): string[] {
  const numbered = days.filter((day) => day !== 'last').toSorted((a, b) => a - b);
  return [...numbered.map(ordinal), ...(days.includes('last') ? ['last day'] : [])];
}

function ordinal(day: number): string {
  const isTeen = day >= 11 && day <= 13;
  return `${day}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][day % 10]) ?? 'th'}`;
}

function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

function joined(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function uncapitalised(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
