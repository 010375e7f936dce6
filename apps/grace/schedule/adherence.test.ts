import { describe, expect, it } from 'vitest';
import { adherence } from './adherence.ts';
import { dailyAt, logged, versionOf } from './testing/version.ts';

const zone = 'America/New_York';
const options = { zone, days: 7, now: Date.parse('2027-05-07T12:00-04:00') };
const versions = [versionOf(dailyAt('08:00', '20:00'))];

describe('adherence over 7 days', () => {
  it('counts what was due, each outcome once', () => {
    const log = [
      logged('2027-05-01', '08:00', '2027-05-01T08:00-04:00'),
      logged('2027-05-01', '20:00', '2027-05-01T22:30-04:00'),
      logged('2027-05-02', '08:00', '2027-05-02T08:00-04:00', { outcome: 'skipped' }),
      logged('2027-05-02', '20:00', '2027-05-02T20:00-04:00', { outcome: 'skipped', isClinicianTold: true }),
      logged('2027-05-03', '08:00', '2027-05-03T08:00-04:00', { outcome: 'partial', amount: '0.5' }),
      logged('2027-05-03', '20:00', '2027-05-03T20:00-04:00'),
    ];
    const holds = [
      { from: Date.parse('2027-05-04T00:00-04:00'), until: Date.parse('2027-05-05T00:00-04:00') },
    ];

    // 14 planned; tonight's is not yet due. 13 − 2 held − 1 told by a clinician = 10.
    expect(adherence([versionOf(dailyAt('08:00', '20:00'), { holds })], log, options)).toEqual({
      due: 13,
      held: 2,
      clinicianSkips: 1,
      counted: 10,
      taken: 3,
      takenLate: 1,
      partial: 1,
      otherSkips: 1,
      missed: 4,
      overdue: 1,
      rate: 0.3,
    });
  });

  it("leaves today's later doses out, and those that are still on time", () => {
    const counted = (now: string) =>
      adherence(versions, [], { ...options, days: 1, now: Date.parse(now) }).counted;

    expect(counted('2027-05-07T07:59-04:00')).toBe(0);
    expect(counted('2027-05-07T09:00-04:00')).toBe(0);
    expect(counted('2027-05-07T09:01-04:00')).toBe(1);
    expect(counted('2027-05-07T21:01-04:00')).toBe(2);
  });

  it('counts a dose as soon as it is logged', () => {
    const log = [logged('2027-05-07', '08:00', '2027-05-07T07:55-04:00')];

    expect(
      adherence(versions, log, { ...options, days: 1, now: Date.parse('2027-05-07T07:56-04:00') }),
    ).toMatchObject({
      counted: 1,
      rate: 1,
    });
  });

  it('has no figure when nothing was due', () => {
    expect(adherence([], [], options).rate).toBeNull();
  });

  it('leaves out what is taken as needed', () => {
    const asNeeded = versionOf(
      {
        kind: 'asNeeded',
        unit: 'tablet',
        amount: '1',
        reason: 'pain',
        minIntervalMinutes: null,
        maxAmountIn24h: '4',
        followUpMinutes: null,
      },
      { id: 'v2', scheduleId: 's2' },
    );

    expect(adherence([asNeeded, ...versions], [], options)).toEqual(adherence(versions, [], options));
  });

  it('counts 30 local days across a change of the clocks', () => {
    const { due } = adherence([versionOf(dailyAt('00:30', '23:30'))], [], {
      zone,
      days: 30,
      now: Date.parse('2027-03-20T23:59-04:00'),
    });

    // 60 doses; the last one, at 23:30, is still on time.
    expect(due).toBe(59);
  });
});
