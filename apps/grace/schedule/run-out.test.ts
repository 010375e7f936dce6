import { describe, expect, it } from 'vitest';
import { refillReminderDate } from './refill-reminder.ts';
import { runOut } from './run-out.ts';
import { stockForecast } from './stock-forecast.ts';
import { dailyAt, logged, versionOf } from './testing/version.ts';

const zone = 'America/New_York';
const now = Date.parse('2027-05-03T12:00-04:00');
const versions = [versionOf(dailyAt('08:00', '20:00'))];
const supply = { stock: '6', versions, administrations: [], asNeeded: [], zone, now };
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
/** This morning's dose is given. */
const given = [logged('2027-05-03', '08:00', '2027-05-03T08:00-04:00')];
const asNeeded = versionOf(
  {
    kind: 'asNeeded',
    unit: 'tablet',
    amount: '2',
    reason: 'pain',
    minIntervalMinutes: null,
    maxAmountIn24h: '8',
    followUpMinutes: null,
  },
  { id: 'v2', scheduleId: 's2' },
);

describe('the day on which stock runs out', () => {
  it('is that of the first dose it does not suffice for', () => {
    expect(runOut({ ...supply, administrations: given })).toEqual({
      at: Date.parse('2027-05-06T20:00-04:00'),
      localDate: '2027-05-06',
      isEstimate: false,
    });
  });

  it('reckons with a dose that is still open', () => {
    expect(iso(runOut(supply).at)).toBe('2027-05-06T12:00:00.000Z');
  });

  it('does not count a dose that was given before its time', () => {
    const early = [...given, logged('2027-05-03', '20:00', '2027-05-03T11:30-04:00')];

    expect(runOut({ ...supply, administrations: early }).localDate).toBe('2027-05-07');
  });

  it('is today when nothing is left, and a rest that is less than a dose is nothing', () => {
    expect(runOut({ ...supply, administrations: given, stock: '0' }).localDate).toBe('2027-05-03');
    expect(runOut({ ...supply, administrations: given, stock: '0.5' }).localDate).toBe('2027-05-03');
  });

  it('moves on with a hold', () => {
    const holds = [{ from: now, until: Date.parse('2027-05-13T12:00-04:00') }];

    expect(
      runOut({
        ...supply,
        versions: [versionOf(dailyAt('08:00', '20:00'), { holds })],
        administrations: given,
      }).localDate,
    ).toBe('2027-05-16');
  });

  it('follows a plan that will change', () => {
    const changeAt = Date.parse('2027-05-04T12:00-04:00');
    const changing = [
      versionOf(dailyAt('08:00', '20:00'), { effectiveUntil: changeAt }),
      versionOf(dailyAt('20:00'), { id: 'v2', effectiveFrom: changeAt }),
    ];

    // 3 May 20:00, 4 May 08:00, then one each evening: 4, 5, 6 and 7 May.
    expect(runOut({ ...supply, versions: changing, administrations: given }).localDate).toBe('2027-05-08');
  });

  it('is unknown when it is more than two years away, and when nothing is used', () => {
    expect(runOut({ ...supply, stock: '99999' })).toEqual({ at: null, localDate: null, isEstimate: false });
    expect(runOut({ ...supply, versions: [asNeeded] })).toEqual({
      at: null,
      localDate: null,
      isEstimate: true,
    });
  });

  it('as needed is estimated from the last 30 days', () => {
    const taken = Array.from({ length: 15 }, (_, index) => ({
      actualAt: now - (2 * index + 1) * 86_400_000,
      amount: '2',
    }));

    // 30 in 30 days makes one a day; 12 last for 10 days until fewer than the 2 of a dose are left.
    expect(runOut({ ...supply, stock: '12', versions: [asNeeded], asNeeded: taken })).toEqual({
      at: now + 10 * 86_400_000,
      localDate: '2027-05-13',
      isEstimate: true,
    });
  });

  it('takes from one stock what is planned and what is taken as needed', () => {
    const taken = [{ actualAt: now - 86_400_000, amount: '60' }];

    // Two planned and two as needed a day.
    expect(
      runOut({
        ...supply,
        stock: '20',
        versions: [...versions, asNeeded],
        administrations: given,
        asNeeded: taken,
      }),
    ).toMatchObject({
      localDate: '2027-05-08',
      isEstimate: true,
    });
  });
});

describe('the refill reminder', () => {
  const open = { weekdays: [], dates: [] };

  it('comes so many days before', () => {
    expect(refillReminderDate('2027-05-20', 7, open)).toBe('2027-05-13');
  });

  it('moves earlier over weekends and holidays, never later', () => {
    // 16 May 2027 is Whit Sunday.
    expect(refillReminderDate('2027-05-23', 7, { weekdays: [6, 7], dates: ['2027-05-14'] })).toBe(
      '2027-05-13',
    );
  });

  it('stays where it is when the pharmacy never opens', () => {
    expect(refillReminderDate('2027-05-20', 7, { weekdays: [1, 2, 3, 4, 5, 6, 7], dates: [] })).toBe(
      '2027-05-13',
    );
  });
});

describe('the forecast of stock', () => {
  it('goes down dose by dose to the day on which it runs out', () => {
    const forecast = stockForecast({ ...supply, stock: '5', administrations: given }, 10);

    expect(forecast).toEqual([
      { date: '2027-05-03', left: 4 },
      { date: '2027-05-04', left: 2 },
      { date: '2027-05-05', left: 0 },
    ]);
  });

  it('stays where it is while doses are held', () => {
    const holds = [{ from: now }];
    const held = [versionOf(dailyAt('08:00', '20:00'), { holds })];

    expect(
      stockForecast({ ...supply, versions: held, administrations: given }, 3).map(({ left }) => left),
    ).toEqual([6, 6, 6]);
  });

  it('ends no sooner than the stock runs out, whatever the use', () => {
    const taken = [{ actualAt: now - 86_400_000, amount: '30' }];
    const mixed = {
      ...supply,
      stock: '20',
      versions: [...versions, asNeeded],
      administrations: given,
      asNeeded: taken,
    };
    const runsOutOn = runOut(mixed).localDate ?? '';

    expect(stockForecast(mixed, 30).at(-1)?.date.localeCompare(runsOutOn)).toBeGreaterThanOrEqual(0);
  });
});
