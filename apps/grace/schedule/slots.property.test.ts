import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slot } from './slot.ts';
import { slotsBetween } from './slots.ts';
import { anyPlan, anyZone, beginningOf } from './testing/any-plan.ts';
import { localAt } from './zone.ts';

const msPerDay = 86_400_000;
const identity = ({ localDate, slot }: Slot) => `${localDate} ${slot}`;

/** A plan, a zone and a stretch of time that the plan reaches into. */
const anyView = fc
  .tuple(anyPlan, anyZone, fc.integer({ min: 0, max: 500 * 1440 }), fc.integer({ min: 0, max: 70 * 1440 }))
  .map(([plan, zone, offset, length]) => {
    const from = beginningOf(plan) + offset * 60_000;
    return { plan, zone, from, to: from + length * 60_000 };
  });

describe('the planned doses of a stretch of time', () => {
  it('come in order, lie within it and are told apart', () => {
    fc.assert(
      fc.property(anyView, ({ plan, zone, from, to }) => {
        const slots = slotsBetween(plan, zone, from, to);
        const instants = slots.map(({ scheduledAt }) => scheduledAt);

        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
        expect(instants.every((instant) => from <= instant && instant < to)).toBe(true);
        expect(new Set(slots.map(identity)).size).toBe(slots.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of its parts: none is lost at a border, none comes twice', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (view, cuts) => {
          const { plan, zone, from, to } = view;
          const borders = [from, ...cuts.map((cut) => Math.floor(from + cut * (to - from))), to].toSorted(
            (a, b) => a - b,
          );
          const parts = borders
            .slice(1)
            .flatMap((end, index) => slotsBetween(plan, zone, borders[index] ?? from, end));

          expect(parts).toEqual(slotsBetween(plan, zone, from, to));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('show the wall clock that was planned, or a later one where the clocks skip that', () => {
    fc.assert(
      fc.property(anyView, ({ plan, zone, from, to }) => {
        for (const { localDate, plannedTime, localTime, scheduledAt } of slotsBetween(plan, zone, from, to)) {
          const shown = localAt(zone, scheduledAt);
          expect(shown.time).toBe(localTime);
          if (localTime === plannedTime) expect(shown.date).toBe(localDate);
          else expect(`${shown.date} ${localTime}` > `${localDate} ${plannedTime}`).toBe(true);
          // The minute before the clocks are moved tells a skipped time from one that exists.
          const isThere = shown.date === localDate && localTime === plannedTime;
          expect(isThere || isSkipped(zone, localDate, plannedTime, scheduledAt)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keep their distance when they go by hours, whatever the clocks do', () => {
    const intervals = anyView.filter(({ plan }) => plan.kind === 'interval');
    fc.assert(
      fc.property(intervals, ({ plan, zone, from, to }) => {
        if (plan.kind !== 'interval') return;
        const slots = slotsBetween(plan, zone, from, to);

        for (const { slot, scheduledAt } of slots)
          expect(scheduledAt).toBe(
            Date.parse(plan.anchor) + Number(slot.slice(1)) * plan.everyHours * 3_600_000,
          );
        for (const [index, { scheduledAt }] of slots.entries())
          if (index > 0)
            expect(scheduledAt - (slots[index - 1]?.scheduledAt ?? 0)).toBe(plan.everyHours * 3_600_000);
      }),
      { numRuns: 400 },
    );
  });

  it('are the same identities in every zone, for a plan of the wall clock', () => {
    const ofTheClock = anyView.filter(({ plan }) => plan.kind !== 'interval');
    fc.assert(
      fc.property(ofTheClock, anyZone, ({ plan, zone, from }, otherZone) => {
        const around = (place: string) => {
          const all = slotsBetween(plan, place, from - 2 * msPerDay, from + 42 * msPerDay).map(identity);
          const inside = ({ 0: date }: string[]) =>
            date !== undefined && date > day(from) && date < day(from + 40 * msPerDay);
          return all.filter((one) => inside(one.split(' '))).toSorted();
        };
        expect(around(zone)).toEqual(around(otherZone));
      }),
      { numRuns: 1000 },
    );
  });
});

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** A wall clock is skipped when no instant near it shows it. */
function isSkipped(zone: string, localDate: string, time: string, near: number): boolean {
  for (let minutes = -180; minutes <= 60; minutes += 15) {
    const shown = localAt(zone, near + minutes * 60_000);
    if (shown.date === localDate && shown.time === time) return false;
  }
  return true;
}
