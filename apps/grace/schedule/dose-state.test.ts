import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doseState, isLate, missedAt } from './dose-state.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = (time: string) => Date.parse(`2027-05-03T${time}:00Z`);
const slot = { scheduledAt: at('08:30') };
const next = { scheduledAt: at('12:30') };
const taken = (time: string) => ({ outcome: 'taken', actualAt: at(time) }) as const;

describe('an open dose', () => {
  it.each([
    ['07:29', 'upcoming'],
    ['07:30', 'due'],
    ['09:30', 'due'],
    ['09:31', 'overdue'],
    ['12:29', 'overdue'],
    ['12:30', 'missed'],
  ])('planned for 08:30 with an hour to either side is at %s %s', (time, state) => {
    expect(doseState(slot, undefined, 60, next, at(time))).toBe(state);
  });

  it('is missed a day later when no other comes before', () => {
    expect(missedAt(slot, 60, { scheduledAt: slot.scheduledAt + 72 * hour })).toBe(
      slot.scheduledAt + 24 * hour,
    );
    expect(missedAt(slot, 60, undefined)).toBe(slot.scheduledAt + 24 * hour);
  });

  it('is not missed while it is on time, even when the next one is close', () => {
    const close = { scheduledAt: slot.scheduledAt + 30 * minute };

    expect(doseState(slot, undefined, 60, close, at('09:30'))).toBe('due');
    expect(doseState(slot, undefined, 60, close, at('09:31'))).toBe('missed');
    expect(missedAt(slot, 60, close)).toBe(at('09:30'));
  });

  it('is held on hold, whatever the time', () => {
    for (const time of ['06:00', '08:30', '18:00'])
      expect(doseState({ ...slot, isHeld: true }, undefined, 60, next, at(time))).toBe('held');
  });

  it('only ever moves on: upcoming, due, overdue, missed', () => {
    const order = ['upcoming', 'due', 'overdue', 'missed'];
    const offsets = fc.integer({ min: -48 * 60, max: 48 * 60 });
    fc.assert(
      fc.property(
        offsets,
        offsets,
        fc.integer({ min: 5, max: 720 }),
        fc.nat(72 * 60),
        (a, b, window, spacing) => {
          const following = { scheduledAt: slot.scheduledAt + (spacing + 1) * minute };
          const states = [Math.min(a, b), Math.max(a, b)].map((offset) =>
            order.indexOf(doseState(slot, undefined, window, following, slot.scheduledAt + offset * minute)),
          );
          expect(states[0]).toBeLessThanOrEqual(states[1] ?? -1);
        },
      ),
    );
  });
});

describe('a logged dose', () => {
  it.each([
    [taken('07:00'), 'taken'],
    [taken('09:30'), 'taken'],
    [taken('09:31'), 'takenLate'],
    [taken('11:19'), 'takenLate'],
    [{ outcome: 'partial', actualAt: at('11:19') } as const, 'partial'],
    [{ outcome: 'skipped', actualAt: at('08:30') } as const, 'skipped'],
  ])('%j is %s, also long afterwards', (administration, state) => {
    expect(doseState(slot, administration, 60, next, at('23:59'))).toBe(state);
  });

  it('is late by what really happened, also when only a part was taken', () => {
    expect(isLate(slot, { outcome: 'partial', actualAt: at('11:19') }, 60)).toBe(true);
    expect(isLate(slot, { outcome: 'partial', actualAt: at('08:40') }, 60)).toBe(false);
  });
});
