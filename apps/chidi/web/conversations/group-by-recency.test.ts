import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByRecency } from './group-by-recency.ts';

const labelsOf = (now: string, times: string[], timeZone = 'Europe/Berlin') =>
  groupByRecency(
    times.map((lastMessageAt) => ({ lastMessageAt })),
    new Date(now),
    { locale: 'en-GB', timeZone },
  ).map(({ label, items }) => [label, items.length]);

describe('grouping conversations by recency', () => {
  it('names today, yesterday, the week before and the months', () => {
    const times = [
      '2026-11-21T09:00:00.123456Z',
      '2026-11-20T22:59:59.999999Z',
      '2026-11-19T10:00:00Z',
      '2026-11-14T10:00:00Z',
      '2026-11-13T10:00:00Z',
      '2026-10-02T10:00:00Z',
      '2025-10-02T10:00:00Z',
    ];
    expect(labelsOf('2026-11-21T10:00:00Z', times)).toEqual([
      ['Today', 1],
      ['Yesterday', 1],
      ['Previous 7 days', 2],
      ['November', 1],
      ['October', 1],
      ['October 2025', 1],
    ]);
  });

  it('goes by the calendar of the reader, not by UTC', () => {
    const late = ['2026-11-20T23:30:00Z'];
    expect(labelsOf('2026-11-21T10:00:00Z', late, 'Europe/Berlin')).toEqual([['Today', 1]]);
    expect(labelsOf('2026-11-21T10:00:00Z', late, 'America/New_York')).toEqual([['Yesterday', 1]]);
  });

  it('counts a day of 23 or 25 hours as one day', () => {
    expect(labelsOf('2026-03-29T22:30:00Z', ['2026-03-28T23:30:00Z', '2026-03-28T22:30:00Z'])).toEqual([
      ['Yesterday', 1],
      ['Previous 7 days', 1],
    ]);
    expect(labelsOf('2026-10-26T22:30:00Z', ['2026-10-24T22:30:00Z'])).toEqual([['Yesterday', 1]]);
  });

  it('puts what seems to lie in the future under today', () => {
    expect(labelsOf('2026-11-21T22:59:58Z', ['2026-11-21T23:00:01Z'])).toEqual([['Today', 1]]);
  });

  it('keeps every conversation once and in order, in any zone at any time', () => {
    const moments = fc.date({
      min: new Date('2015-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      'UTC',
      'Pacific/Apia',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Europe/London',
    );
    fc.assert(
      fc.property(fc.array(moments), moments, zones, (dates, now, timeZone) => {
        const items = dates
          .sort((a, b) => b.getTime() - a.getTime())
          .map((date) => ({ lastMessageAt: date.toISOString() }));
        const groups = groupByRecency(items, now, { locale: 'en', timeZone });
        expect(groups.flatMap((group) => group.items)).toEqual(items);
        expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length);
      }),
    );
  });
});
