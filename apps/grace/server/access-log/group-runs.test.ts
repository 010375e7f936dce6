import { describe, expect, it } from 'vitest';
import { groupRuns, type Reading } from './group-runs.ts';

const reading = (id: string, minute: number, part: Partial<Reading> = {}): Reading => ({
  id,
  actorName: 'Ben',
  resource: 'notes',
  via: 'app',
  at: new Date(Date.UTC(2026, 10, 21, 8, minute)),
  ...part,
});

describe('readings, the newest first', () => {
  it('are one run while the same person goes on, however long that takes', () => {
    const readings = [40, 31, 22, 13, 4].map((minute) => reading(String(minute), minute));

    expect(groupRuns(readings)).toEqual([
      {
        id: '40',
        actorName: 'Ben',
        resource: 'notes',
        via: 'app',
        count: 5,
        firstAt: readings[4]?.at,
        lastAt: readings[0]?.at,
      },
    ]);
  });

  it.each([
    ['a pause of ten minutes', {}, 20],
    ['somebody else', { actorName: 'Kim' }, 29],
    ['something else', { resource: 'emergency_card' as const }, 29],
    ['another way', { via: 'export' as const }, 29],
  ])('are two after %s', (_what, part, minute) => {
    expect(
      groupRuns([reading('b', 30), reading('a', minute, part)]).map(({ id, count }) => [id, count]),
    ).toEqual([
      ['b', 1],
      ['a', 1],
    ]);
  });
});
