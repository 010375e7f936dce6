import { describe, expect, it } from 'vitest';
import { dailyAt, versionOf } from './testing/version.ts';
import { zoneMoves, zoneSteps } from './zone-move.ts';

const london = (changes = {}) => versionOf(dailyAt('08:00', '20:00'), { zone: 'Europe/London', ...changes });
const hour = 3_600_000;
const from = Date.parse('2027-05-03T10:00:00Z');

describe('a move to another clock', () => {
  it('concerns what is planned from then on, and nothing that is over, as needed or there already', () => {
    const versions = [
      london({ id: 'over', effectiveUntil: from }),
      london({ id: 'now', effectiveUntil: from + hour }),
      london({ id: 'later', effectiveFrom: from + hour }),
      london({ id: 'there', zone: 'Asia/Tokyo' }),
      london({
        id: 'needed',
        plan: {
          ...{ kind: 'asNeeded', unit: 'tablet', amount: '1', reason: '' },
          ...{ minIntervalMinutes: null, maxAmountIn24h: null, followUpMinutes: null },
        },
      }),
      london({ id: 'never', effectiveFrom: from + hour, effectiveUntil: from + hour }),
    ];

    expect(zoneMoves(versions, 'Asia/Tokyo', from).map((move) => [move.version.id, move.from])).toEqual([
      ['now', from],
      ['later', from + hour],
    ]);
  });

  it('to the east brings doses closer together, and says so', () => {
    // 08:00 in London was 16:00 in Tokyo, so the 20:00 there comes four hours later.
    const [step] = zoneSteps([london()], 'Asia/Tokyo', from);

    expect(step).toMatchObject({ gapMs: 4 * hour, usualMs: 12 * hour, isClose: true });
    expect(new Date(step?.next?.scheduledAt ?? 0).toISOString()).toBe('2027-05-03T11:00:00.000Z');
  });

  it('to the west leaves more time, which is no reason to warn', () => {
    expect(zoneSteps([london()], 'America/New_York', from + 5 * hour)[0]).toMatchObject({
      gapMs: 17 * hour,
      usualMs: 12 * hour,
      isClose: false,
    });
  });

  it('that only takes back another one, planned for later, is no step; one to a third place begins at once', () => {
    const moveAt = from + 5 * 24 * hour;
    const planned = [
      london({ effectiveUntil: moveAt }),
      london({ id: 'there', zone: 'Asia/Tokyo', effectiveFrom: moveAt }),
    ];

    expect(zoneSteps(planned, 'Europe/London', from)).toEqual([]);
    expect(zoneSteps(planned, 'America/New_York', from)).toMatchObject([{ gapMs: 5 * hour }]);
  });

  it('leaves doses by hours where they are', () => {
    const interval = london({
      plan: {
        ...{ kind: 'interval', unit: 'mg', anchor: '2027-05-01T06:00:00Z', everyHours: 8 },
        ...{ amount: '1', end: { kind: 'never' } },
      },
    });

    expect(zoneSteps([interval], 'Asia/Tokyo', from)[0]).toMatchObject({ gapMs: 8 * hour, isClose: false });
  });
});
