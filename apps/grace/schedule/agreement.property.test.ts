import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from './calendar-day.ts';
import { nextSlots } from './next-slots.ts';
import { slotsBetween } from './slots.ts';
import { anyPlan, anyZone, beginningOf } from './testing/any-plan.ts';
import { dayBounds, dayOf, monthBounds } from './zone.ts';

const previewed = 12;
const longestMs = 40 * 86_400_000;

it('10,000 random schedules: preview, calendar and day by day show the same doses', () => {
  fc.assert(
    fc.property(anyPlan, anyZone, fc.nat(60), (plan, zone, later) => {
      const from = beginningOf(plan) + later * 86_400_000;
      const preview = nextSlots(plan, zone, from, previewed);
      const isWhole = preview.length < previewed;
      const until = Math.min(
        from + longestMs,
        isWhole ? Number.POSITIVE_INFINITY : (preview.at(-1)?.scheduledAt ?? from),
      );
      const dates = days(dayOf(zone, from), dayOf(zone, until));
      const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
      const shownBy = (bounds: { start: number; end: number }[]) =>
        bounds
          .flatMap(({ start, end }) => slotsBetween(plan, zone, start, end))
          .filter(({ scheduledAt }) => scheduledAt >= from && scheduledAt < until);

      const shown = preview.filter(({ scheduledAt }) => scheduledAt < until);
      expect(shownBy(months.map((month) => monthBounds(zone, month)))).toEqual(shown);
      expect(shownBy(dates.map((date) => dayBounds(zone, date)))).toEqual(shown);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

function days(first: string, last: string): string[] {
  const all = [];
  for (let date = first; date <= last; date = addDays(date, 1)) all.push(date);
  return all;
}
