import fc from 'fast-check';
import { localDateOf } from '../calendar-day.ts';
import { SchedulePlan } from '../schemas.ts';

const firstDay = 18_262; // 2020-01-01
const lastDay = 25_567; // 2040-01-01

export const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
export const anyInstant = fc
  .integer({ min: firstDay * 1440, max: lastDay * 1440 })
  .map((minute) => minute * 60_000);

/** Years in which a plan can begin and be looked at. */
export const anyLocalDate = fc.integer({ min: firstDay, max: lastDay }).map(localDateOf);

const two = (value: number) => String(value).padStart(2, '0');
const anyTime = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
/** Clocks are changed at night: every other time lies there. */
const anyClock = fc.oneof(
  anyTime,
  fc.tuple(fc.nat(3), fc.nat(59)).map(([h, m]) => `${two(h)}:${two(m)}`),
);
const anyAmount = fc.integer({ min: 1, max: 20_000 }).map((thousandths) => String(thousandths / 1000));
const anyTimes = fc.uniqueArray(fc.record({ time: anyClock, amount: anyAmount }), {
  selector: ({ time }) => time,
  minLength: 1,
  maxLength: 5,
});

const span = (max: number) => fc.integer({ min: 1, max });
const anyEnd = (startDate: string) =>
  fc.oneof(
    fc.constant({ kind: 'never' as const }),
    fc.nat(400).map((days) => ({
      kind: 'until' as const,
      date: localDateOf(Date.parse(startDate) / 86_400_000 + days),
    })),
    span(300).map((doses) => ({ kind: 'count' as const, doses })),
  );
const anyStart = fc.record({ startDate: anyLocalDate, startTime: fc.option(anyTime, { nil: undefined }) });

function bounded<T>(rest: fc.Arbitrary<T>) {
  return fc
    .tuple(anyStart, rest)
    .chain(([start, own]) => anyEnd(start.startDate).map((end) => ({ unit: 'mg', ...start, end, ...own })));
}

const phase = (days: fc.Arbitrary<number | null>) => fc.record({ days, everyDays: span(4), times: anyTimes });

const byKind = {
  daily: bounded(fc.record({ kind: fc.constant('daily'), times: anyTimes })),
  weekly: bounded(
    fc.record({
      kind: fc.constant('weekly'),
      times: anyTimes,
      everyWeeks: span(5),
      weekdays: fc.uniqueArray(span(7), { minLength: 1 }),
    }),
  ),
  everyDays: bounded(fc.record({ kind: fc.constant('everyDays'), times: anyTimes, everyDays: span(40) })),
  monthly: bounded(
    fc.record({
      kind: fc.constant('monthly'),
      times: anyTimes,
      days: fc.uniqueArray(fc.oneof(span(31), fc.constant('last')), { minLength: 1, maxLength: 6 }),
    }),
  ),
  cycle: bounded(
    fc.record({
      kind: fc.constant('cycle'),
      times: anyTimes,
      daysOn: span(30),
      daysOff: span(30),
      anchorDate: anyLocalDate,
    }),
  ),
  taper: fc
    .tuple(
      anyStart,
      fc.array(phase(span(20)), { minLength: 1, maxLength: 4 }),
      fc.option(phase(fc.constant(null))),
    )
    .map(([start, phases, last]) => ({
      kind: 'taper',
      unit: 'mg',
      ...start,
      phases: last ? [...phases, last] : phases,
    })),
  interval: anyInstant.chain((anchor) =>
    fc.record({
      kind: fc.constant('interval'),
      unit: fc.constant('mg'),
      anchor: fc.constant(new Date(anchor).toISOString()),
      everyHours: span(72),
      amount: anyAmount,
      end: anyEnd(localDateOf(Math.floor(anchor / 86_400_000) + 1)),
    }),
  ),
  windowedInterval: bounded(
    fc
      .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 739 }), span(12), anyAmount)
      .map(([from, length, everyHours, amount]) => ({
        kind: 'windowedInterval',
        everyHours,
        amount,
        from: `${two(Math.floor(from / 60))}:${two(from % 60)}`,
        until: `${two(Math.floor((from + length) / 60))}:${two((from + length) % 60)}`,
      })),
  ),
};

/** A plan of any kind that has planned doses, as the form would accept it. */
export const anyPlan: fc.Arbitrary<SchedulePlan> = fc
  .oneof(...Object.values<fc.Arbitrary<unknown>>(byKind))
  .map((plan) => SchedulePlan.parse(plan));

/** Where a plan can be looked at: from a little before its beginning. */
export function beginningOf(plan: SchedulePlan): number {
  if ('startDate' in plan) return Date.parse(`${plan.startDate}T00:00Z`) - 2 * 86_400_000;
  return plan.kind === 'interval' ? Date.parse(plan.anchor) - 86_400_000 : 0;
}
