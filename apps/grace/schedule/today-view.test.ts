import { describe, expect, it } from 'vitest';
import type { Administration } from './administration.ts';
import type { ScheduleVersion } from './schedule-version.ts';
import { dailyAt, logged, versionOf } from './testing/version.ts';
import { todayView } from './today-view.ts';

const zone = 'America/New_York';

/** The lists of a day as "2027-05-03 08:00", empty ones left out. */
function shown(versions: ScheduleVersion[], administrations: Administration[], now: string, place = zone) {
  const { overdue, due, later, done, missed, held } = todayView(
    versions,
    administrations,
    place,
    Date.parse(now),
  );
  const lists = Object.entries({ overdue, due, later, done, missed, held });
  return Object.fromEntries(
    lists
      .filter(([, doses]) => doses.length > 0)
      .map(([name, doses]) => [
        name,
        doses.map(({ localDate, plannedTime }) => `${localDate} ${plannedTime}`),
      ]),
  );
}

describe('today', () => {
  const threeTimes = [versionOf(dailyAt('08:30', '12:30', '20:00'))];

  it('sorts doses by what there is to do', () => {
    const given = [
      logged('2027-05-02', '20:00', '2027-05-02T20:00-04:00'),
      logged('2027-05-03', '08:30', '2027-05-03T08:40-04:00'),
    ];

    expect(shown(threeTimes, given, '2027-05-03T14:00-04:00')).toEqual({
      done: ['2027-05-03 08:30'],
      overdue: ['2027-05-03 12:30'],
      later: ['2027-05-03 20:00'],
    });
  });

  it('fills the 08:30 with what is given at 11:19, not the 12:30', () => {
    const given = [
      logged('2027-05-02', '20:00', '2027-05-02T20:00-04:00'),
      logged('2027-05-03', '08:30', '2027-05-03T11:19-04:00'),
    ];

    expect(shown(threeTimes, given, '2027-05-03T11:20-04:00')).toEqual({
      done: ['2027-05-03 08:30'],
      later: ['2027-05-03 12:30', '2027-05-03 20:00'],
    });
  });

  it('shows a dose as missed once the next one is there', () => {
    expect(shown(threeTimes, [], '2027-05-03T12:30-04:00')).toMatchObject({
      missed: ['2027-05-03 08:30'],
      due: ['2027-05-03 12:30'],
    });
  });

  it.each([30, 120])(
    "puts yesterday's open 23:00 first at 00:20, with a window of %d minutes",
    (lateWindowMinutes) => {
      const versions = [versionOf(dailyAt('07:00', '23:00'), { lateWindowMinutes })];

      expect(shown(versions, [], '2027-05-03T00:20-04:00')).toEqual({
        overdue: ['2027-05-02 23:00'],
        later: ['2027-05-03 07:00', '2027-05-03 23:00'],
      });
    },
  );

  it("shows yesterday's dose that is given after midnight as done, in its own place", () => {
    const versions = [versionOf(dailyAt('23:00'))];
    const given = [logged('2027-05-02', '23:00', '2027-05-03T00:20-04:00')];

    expect(shown(versions, given, '2027-05-03T00:21-04:00')).toEqual({
      done: ['2027-05-02 23:00'],
      later: ['2027-05-03 23:00'],
    });
  });

  it('lists held doses apart', () => {
    const holds = [{ from: Date.parse('2027-05-03T00:00-04:00') }];

    expect(shown([versionOf(dailyAt('20:00'), { holds })], [], '2027-05-03T14:00-04:00')).toEqual({
      held: ['2027-05-03 20:00'],
      overdue: ['2027-05-02 20:00'],
    });
  });

  it("is the person's day, wherever the one who looks is", () => {
    const versions = [versionOf(dailyAt('08:00', '20:00'))];

    expect(todayView(versions, [], zone, Date.parse('2027-05-03T02:00Z')).localDate).toBe('2027-05-02');
    expect(todayView(versions, [], 'Asia/Tokyo', Date.parse('2027-05-03T02:00Z')).localDate).toBe(
      '2027-05-03',
    );
  });

  it('on a journey holds the doses of the home clock that fall into the day', () => {
    const versions = [versionOf(dailyAt('20:00'))];

    expect(shown(versions, [], '2027-05-03T00:30Z', 'Asia/Tokyo')).toEqual({ due: ['2027-05-02 20:00'] });
  });
});

describe('a day on which the clocks change', () => {
  const night = [versionOf(dailyAt('01:30', '02:30', '03:30', '23:30'))];

  it.each([
    ['2027-03-14', '2027-03-14T06:00-04:00'],
    ['2027-11-07', '2027-11-07T06:00-05:00'],
  ])('%s has each dose once', (date, now) => {
    const { overdue, due, later, done, missed } = todayView(night, [], zone, Date.parse(now));
    const all = [...overdue, ...due, ...later, ...done, ...missed].filter(
      ({ localDate }) => localDate === date,
    );

    expect(all.map(({ slot }) => slot).toSorted()).toEqual(['01:30', '02:30', '03:30', '23:30']);
  });

  it('keeps the last dose of a short day and of a long one in that day', () => {
    for (const date of ['2027-03-14', '2027-11-07']) {
      const { dayStart, dayEnd, later } = todayView(night, [], zone, Date.parse(`${date}T12:00-05:00`));
      expect(later.map(({ slot }) => slot)).toEqual(['23:30']);
      expect(later.every(({ scheduledAt }) => scheduledAt >= dayStart && scheduledAt < dayEnd)).toBe(true);
    }
  });
});
