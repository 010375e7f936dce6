import { z } from 'zod';

/** Units a dose is counted in. Micrograms and units are spelled so that nobody reads them as something else. */
export const doseUnits = [
  'tablet',
  'capsule',
  'mg',
  'mcg',
  'g',
  'mL',
  'drop',
  'puff',
  'spray',
  'patch',
  'unit',
  'suppository',
  'sachet',
  'lozenge',
  'application',
] as const;
export const DoseUnit = z.enum(doseUnits, 'Choose a unit.');
export type DoseUnit = z.infer<typeof DoseUnit>;

const writtenAmount = /^(\d{1,5}(\.\d{1,3})?|\.\d{1,3})$/;

/** A decimal string of at most three decimals, stored in its shortest form: "0.5", "1", never ".5" or "1.0". */
export const Amount = z
  .string()
  .trim()
  .regex(writtenAmount, {
    error: 'Write a number such as 2 or 0.5, with a point and at most three decimals.',
    abort: true,
  })
  .refine((written) => Number(written) > 0, 'The amount must be more than zero.')
  .transform((written) => String(Number(written)));

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 08:00.');

export const LocalDate = z.iso
  .date('Choose a date.')
  .refine((date) => date >= '1900-01-01' && date <= '2199-12-31', 'Choose a date between 1900 and 2199.');

export const ZoneId = z.string().refine(isZone, 'Choose a time zone from the list.');

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone })) && !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

export const DoseTime = z.object({ time: ClockTime, amount: Amount });
export type DoseTime = z.infer<typeof DoseTime>;

const times = z
  .array(DoseTime)
  .min(1, 'Add at least one time.')
  .max(24, 'At most 24 times a day.')
  .refine(areDistinct, 'The same time is there twice.')
  .transform((all) => all.toSorted((a, b) => a.time.localeCompare(b.time)));

function areDistinct(all: { time: string }[]): boolean {
  return new Set(all.map(({ time }) => time)).size === all.length;
}

const count = (most: number, text: string) => z.int(text).min(1, text).max(most, text);

/** When the plan ends by itself. Doses are counted from the plan's start, also after its times were changed. */
export const PlanEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('until'), date: LocalDate }),
  z.object({ kind: z.literal('count'), doses: count(10_000, 'Between 1 and 10,000 doses.') }),
]);
export type PlanEnd = z.infer<typeof PlanEnd>;

/** From which local day on; on that first day, times before `startTime` are left out. */
const start = { startDate: LocalDate, startTime: ClockTime.optional() };
const bounds = { unit: DoseUnit, ...start, end: PlanEnd };

const Daily = z.object({ kind: z.literal('daily'), ...bounds, times });

/** Weekdays by ISO number, Monday 1 to Sunday 7; of every n-th week, counted from the week of the start, Monday first. */
const Weekly = z.object({
  kind: z.literal('weekly'),
  ...bounds,
  weekdays: z
    .array(z.int().min(1).max(7))
    .min(1, 'Choose at least one day of the week.')
    // Looked at before the days are, of which a request has room for half a million.
    .max(7, 'A week has seven days.')
    .refine((days) => new Set(days).size === days.length, 'A day is there twice.')
    .transform((days) => days.toSorted((a, b) => a - b)),
  everyWeeks: count(52, 'Between 1 and 52 weeks.'),
  times,
});

const EveryDays = z.object({
  kind: z.literal('everyDays'),
  ...bounds,
  everyDays: count(365, 'Between 1 and 365 days.'),
  times,
});

/** Days of the month; a month without such a day is left out, which is why there is "last". */
const Monthly = z.object({
  kind: z.literal('monthly'),
  ...bounds,
  days: z
    .array(z.union([z.int().min(1).max(31), z.literal('last')]))
    .min(1, 'Choose at least one day of the month.')
    .max(32, 'A month has no more days.')
    .refine((days) => new Set(days).size === days.length, 'A day is there twice.'),
  times,
});

/** Days on and days off in turn; `anchorDate` is the first day of any of the stretches on. */
const Cycle = z.object({
  kind: z.literal('cycle'),
  ...bounds,
  daysOn: count(365, 'Between 1 and 365 days on.'),
  daysOff: count(365, 'Between 1 and 365 days off.'),
  anchorDate: LocalDate,
  times,
});

export const TaperPhase = z.object({
  /** How many days of the calendar it lasts; only the last phase may go on without end. */
  days: count(3650, 'Between 1 and 3,650 days.').nullable(),
  /** 1 is every day of the phase, 2 every other day, from its first day. */
  everyDays: count(31, 'Between 1 and 31 days.'),
  times,
});
export type TaperPhase = z.infer<typeof TaperPhase>;

/** Phases one after the other, without a gap. */
const Taper = z.object({
  kind: z.literal('taper'),
  unit: DoseUnit,
  ...start,
  phases: z.array(TaperPhase).min(1, 'Add at least one phase.').max(30, 'At most 30 phases.'),
});

/** Elapsed hours from an instant: the wall clock moves when the clocks change, the distance doesn't. */
const Interval = z.object({
  kind: z.literal('interval'),
  unit: DoseUnit,
  anchor: z.iso.datetime('Choose date and time of the first dose.'),
  everyHours: count(72, 'Between 1 and 72 hours.'),
  amount: Amount,
  end: PlanEnd,
});

/** Every n hours of the wall clock between two times, beginning afresh each day. */
const WindowedInterval = z.object({
  kind: z.literal('windowedInterval'),
  ...bounds,
  everyHours: count(12, 'Between 1 and 12 hours.'),
  from: ClockTime,
  until: ClockTime,
  amount: Amount,
});

/** As needed: no slots, but limits. */
const AsNeeded = z.object({
  kind: z.literal('asNeeded'),
  unit: DoseUnit,
  amount: Amount,
  /** What it is for, as the person would say it. */
  reason: z.string().trim().max(200, 'Keep it under 200 characters.'),
  minIntervalMinutes: count(10_080, 'Between one minute and seven days.').nullable(),
  maxAmountIn24h: Amount.nullable(),
  /** After which time to ask whether it helped. */
  followUpMinutes: count(1440, 'Between one minute and a day.').nullable(),
});

/** When and how much: the part of a schedule version that a person plans. */
export const SchedulePlan = z
  .discriminatedUnion('kind', [
    Daily,
    Weekly,
    EveryDays,
    Monthly,
    Cycle,
    Taper,
    Interval,
    WindowedInterval,
    AsNeeded,
  ])
  .superRefine((plan, { addIssue }) => {
    const refuse = (path: (string | number)[], message: string) =>
      addIssue({ code: 'custom', path, message });
    if (plan.kind === 'taper') {
      for (const [index, { days }] of plan.phases.slice(0, -1).entries())
        if (days === null) refuse(['phases', index, 'days'], 'Only the last phase may go on without end.');
    }
    if (plan.kind === 'windowedInterval' && plan.from >= plan.until)
      refuse(['until'], 'The last time must come after the first one, on the same day.');
    if (plan.kind === 'asNeeded' && plan.maxAmountIn24h && Number(plan.maxAmountIn24h) < Number(plan.amount))
      refuse(['maxAmountIn24h'], 'One dose is already more than the most in 24 hours.');
    if ('startDate' in plan && 'end' in plan && plan.end.kind === 'until' && plan.end.date < plan.startDate)
      refuse(['end', 'date'], 'The last day must not come before the first one.');
  });
export type SchedulePlan = z.infer<typeof SchedulePlan>;
export type AsNeededPlan = Extract<SchedulePlan, { kind: 'asNeeded' }>;

/** Minutes before and after the planned time within which a dose is on time. */
export const LateWindowMinutes = z
  .int('Write whole minutes.')
  .min(5, 'At least 5 minutes.')
  .max(720, 'At most 12 hours.');

/** What became of a planned dose, or is becoming of it. */
export const doseStates = [
  'upcoming',
  'due',
  'overdue',
  'missed',
  'held',
  'taken',
  'takenLate',
  'partial',
  'skipped',
] as const;
export type DoseState = (typeof doseStates)[number];
