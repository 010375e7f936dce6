import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-day.ts';
import { anyInstant, anyLocalDate, anyZone } from './testing/any-plan.ts';
import { dayBounds, dayOf, instantOf, localAt, monthBounds } from './zone.ts';

const hours = ({ start, end }: { start: number; end: number }) => (end - start) / 3_600_000;

describe('a local day', () => {
  it.each([
    ['America/New_York', '2027-03-14', 23],
    ['America/New_York', '2027-11-07', 25],
    ['Australia/Lord_Howe', '2027-04-04', 24.5],
    ['Australia/Lord_Howe', '2027-10-03', 23.5],
    ['America/Phoenix', '2027-03-14', 24],
    ['America/Santiago', '2027-09-05', 23],
    ['America/Havana', '2027-11-07', 25],
  ])('in %s on %s has %d hours', (zone, date, length) => {
    expect(hours(dayBounds(zone, date))).toBe(length);
  });

  it('begins at one where midnight is skipped', () => {
    const { start } = dayBounds('America/Santiago', '2027-09-05');

    expect(localAt('America/Santiago', start)).toEqual({ date: '2027-09-05', time: '01:00' });
  });

  it('follows the one before without a gap, and holds the instants that bear its date', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const date = dayOf(zone, instant);
        const day = dayBounds(zone, date);

        expect(day.start).toBeLessThanOrEqual(instant);
        expect(day.end).toBeGreaterThan(instant);
        expect(dayBounds(zone, addDays(date, 1)).start).toBe(day.end);
        expect(dayOf(zone, day.start)).toBe(date);
        expect(dayOf(zone, day.end - 1)).toBe(date);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a month', () => {
  it('is made of its days', () => {
    fc.assert(
      fc.property(anyZone, anyLocalDate, (zone, date) => {
        const month = monthBounds(zone, date.slice(0, 7));

        expect(month.start).toBe(dayBounds(zone, `${date.slice(0, 7)}-01`).start);
        expect(dayOf(zone, month.end).slice(8)).toBe('01');
        expect(dayOf(zone, month.end - 1).slice(0, 7)).toBe(date.slice(0, 7));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the wall clock', () => {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const asTheBrowserSays = (zone: string, instant: number) => {
    const format =
      formats.get(zone) ??
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(zone, format);
    const [date, time] = format.format(instant).split(' ');
    return { date, time };
  };

  it('is what the browser says, in every zone and year', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        expect(localAt(zone, instant)).toEqual(asTheBrowserSays(zone, instant));
      }),
      { numRuns: 20_000 },
    );
  });

  it('leads back to its instant, or to the first of two', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const { date, time } = localAt(zone, instant);
        const back = instantOf(zone, date, time);

        expect(back).toBeLessThanOrEqual(instant);
        expect(localAt(zone, back)).toEqual({ date, time });
      }),
      { numRuns: 20_000 },
    );
  });
});
