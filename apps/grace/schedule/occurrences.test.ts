import { describe, expect, it } from 'vitest';
import { type Occurrence, occurrences } from './occurrences.ts';
import { dailyAt, versionOf } from './testing/version.ts';

const from = Date.parse('2027-05-01T00:00-04:00');
const to = Date.parse('2027-05-04T00:00-04:00');
const shown = (all: Occurrence[]) =>
  all.map(({ versionId, localDate, slot }) => `${versionId} ${localDate} ${slot}`);

describe('a changed plan', () => {
  it('leaves past doses with the old one, and plans none twice', () => {
    const changedAt = Date.parse('2027-05-02T10:00-04:00');
    const versions = [
      versionOf(dailyAt('09:00', '21:00'), { id: 'v2', effectiveFrom: changedAt }),
      versionOf(dailyAt('08:00', '20:00'), { effectiveUntil: changedAt }),
    ];

    expect(shown(occurrences(versions, from, to))).toEqual([
      'v1 2027-05-01 08:00',
      'v1 2027-05-01 20:00',
      'v1 2027-05-02 08:00',
      'v2 2027-05-02 21:00',
      'v2 2027-05-03 09:00',
      'v2 2027-05-03 21:00',
    ]);
  });

  it('begins at its very instant, where the old one ends', () => {
    const changedAt = Date.parse('2027-05-02T08:00-04:00');
    const versions = [
      versionOf(dailyAt('08:00'), { effectiveUntil: changedAt }),
      versionOf(dailyAt('08:00'), { id: 'v2', effectiveFrom: changedAt }),
    ];

    expect(shown(occurrences(versions, from, to))).toEqual([
      'v1 2027-05-01 08:00',
      'v2 2027-05-02 08:00',
      'v2 2027-05-03 08:00',
    ]);
  });
});

describe('a move to another zone', () => {
  it('keeps the wall clock from its instant on, and shifts nothing before', () => {
    const movedAt = Date.parse('2027-05-02T12:00Z');
    const versions = [
      versionOf(dailyAt('07:00'), { effectiveUntil: movedAt }),
      versionOf(dailyAt('07:00'), { id: 'v2', effectiveFrom: movedAt, zone: 'Europe/Berlin' }),
    ];
    const instants = occurrences(versions, from, to).map(({ scheduledAt }) =>
      new Date(scheduledAt).toISOString(),
    );

    expect(instants).toEqual([
      '2027-05-01T11:00:00.000Z',
      '2027-05-02T11:00:00.000Z',
      '2027-05-03T05:00:00.000Z',
    ]);
  });
});

describe('a hold', () => {
  it('marks what it covers, up to its end', () => {
    const holds = [
      { from: Date.parse('2027-05-01T12:00-04:00'), until: Date.parse('2027-05-02T20:00-04:00') },
    ];
    const all = occurrences([versionOf(dailyAt('08:00', '20:00'), { holds })], from, to);

    expect(all.map(({ isHeld }) => isHeld)).toEqual([false, true, true, false, false, false]);
  });

  it('without an end goes on', () => {
    const all = occurrences([versionOf(dailyAt('08:00'), { holds: [{ from: from + 1 }] })], from, to);

    expect(all.every(({ isHeld }) => isHeld)).toBe(true);
  });
});
