import { describe, expect, it } from 'vitest';
import { inForceAt, inForceLater, withoutStop } from './in-force.ts';

const version = (id: string, effectiveFrom: number, effectiveUntil?: number) => ({
  id,
  effectiveFrom,
  effectiveUntil,
});
const ids = (versions: { id: string }[]) => versions.map(({ id }) => id);

describe('versions of a schedule', () => {
  // B was to come at 50, but C took over at 30 before it did.
  const versions = [version('a', 0, 30), version('c', 30), version('b', 50, 50)];

  it('hold from their beginning up to their end, which is not included', () => {
    expect([0, 29, 30, 60].map((at) => inForceAt(versions, at)?.id)).toEqual(['a', 'a', 'c', 'c']);
    expect(inForceAt(versions, -1)).toBeUndefined();
  });

  it('that never come into force are not among those that take over later', () => {
    expect(ids(inForceLater(versions, 10))).toEqual(['c']);
  });
});

describe('what would hold without a stop', () => {
  it('is the version that was in force, and those that were to follow', () => {
    const made = [version('a', 0, 20), version('b', 50, 50)];

    expect(withoutStop(made, 20)).toMatchObject([
      { id: 'a', effectiveFrom: 20 },
      { id: 'b', effectiveFrom: 50 },
    ]);
  });

  it('leaves out what another change had replaced', () => {
    expect(ids(withoutStop([version('a', 0, 30), version('b', 50, 50), version('c', 30, 40)], 40))).toEqual([
      'c',
    ]);
  });

  it('leaves out what would be over by then', () => {
    expect(withoutStop([version('a', 0, 20), version('b', 50, 50)], 70)).toMatchObject([
      { id: 'b', effectiveFrom: 70 },
    ]);
  });
});
