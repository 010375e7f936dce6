import { describe, expect, it } from 'vitest';
import { dosesBetween } from './doses.ts';
import { dailyAt, logged, versionOf } from './testing/version.ts';
import { dayBounds } from './zone.ts';

const zone = 'America/New_York';

function dosesOn(
  date: string,
  versions = [versionOf(dailyAt('08:00', '20:00'))],
  log = [logged('', '', '2027-01-01')],
) {
  const { start, end } = dayBounds(zone, date);
  return (now: string) => dosesBetween(versions, log, start, end, Date.parse(now));
}

describe('a dose', () => {
  it('is missed when the first one of the next day comes, though only its own day is asked for', () => {
    const stateAt = (now: string) => dosesOn('2027-05-03')(now).at(-1)?.state;

    expect(stateAt('2027-05-04T07:59-04:00')).toBe('overdue');
    expect(stateAt('2027-05-04T08:00-04:00')).toBe('missed');
  });

  it('is not missed for another one at the same instant, where the clocks skip an hour', () => {
    const doses = dosesOn('2027-03-14', [versionOf(dailyAt('02:30', '03:30', '20:00'))])(
      '2027-03-14T06:00-04:00',
    );

    expect(doses.map(({ slot, state }) => `${slot} ${state}`)).toEqual([
      '02:30 overdue',
      '03:30 overdue',
      '20:00 upcoming',
    ]);
  });

  it('is not missed for one of another schedule', () => {
    const versions = [
      versionOf(dailyAt('08:00')),
      versionOf(dailyAt('10:00'), { id: 'v2', scheduleId: 's2', lateWindowMinutes: 120 }),
    ];

    expect(dosesOn('2027-05-03', versions)('2027-05-03T11:00-04:00').map(({ state }) => state)).toEqual([
      'overdue',
      'due',
    ]);
  });

  it('has the log entry of its own version, day and slot', () => {
    const log = [
      logged('2027-05-03', '08:00', '2027-05-03T08:01-04:00'),
      logged('2027-05-03', '20:00', '2027-05-03T20:01-04:00', { versionId: 'another' }),
      logged('2027-05-02', '20:00', '2027-05-03T00:20-04:00'),
    ];
    const doses = dosesOn('2027-05-03', undefined, log)('2027-05-03T21:30-04:00');

    expect(doses.map(({ state, administration }) => [state, administration?.localDate])).toEqual([
      ['taken', '2027-05-03'],
      ['overdue', undefined],
    ]);
  });
});
