import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextSlots } from './next-slots.ts';
import { slotsBetween } from './slots.ts';
import { anyPlan, anyZone, beginningOf } from './testing/any-plan.ts';

const counted = anyPlan.filter((plan) => 'end' in plan && plan.end.kind === 'count');

it('a plan of so many doses has exactly those that it would begin with if it never ended', () => {
  fc.assert(
    fc.property(counted, anyZone, fc.integer({ min: 0, max: 400 }), (plan, zone, later) => {
      if (!('end' in plan) || plan.end.kind !== 'count') return;
      const from = beginningOf(plan);
      const all = nextSlots(plan, zone, from, 400);
      const endless = nextSlots({ ...plan, end: { kind: 'never' } }, zone, from, plan.end.doses);
      const middle = from + later * 86_400_000;

      // Where the clocks skip an hour two doses may change places; which ones they are doesn't change.
      expect(all.map(identity).toSorted()).toEqual(endless.map(identity).toSorted());
      expect(slotsBetween(plan, zone, middle, middle + 9 * 86_400_000)).toEqual(
        all.filter(({ scheduledAt }) => scheduledAt >= middle && scheduledAt < middle + 9 * 86_400_000),
      );
    }),
    { numRuns: 300 },
  );
});

function identity({ localDate, slot }: { localDate: string; slot: string }): string {
  return `${localDate} ${slot}`;
}
