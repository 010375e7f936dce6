import { assert as check, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../testing/index.ts';
import { uuidV7 } from './uuid-v7.ts';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('a time-ordered id', () => {
  it('carries its time, its version and its variant', () => {
    check(
      property(integer({ min: 0, max: 2 ** 48 - 1 }), (timeMs) => {
        const id = uuidV7(timeMs);
        expect(id).toMatch(shape);
        expect(timeOf(id)).toBe(timeMs);
      }),
    );
  });

  it('sorts by time, as text and as a uuid', () => {
    check(
      property(integer({ min: 0, max: 2 ** 47 }), integer({ min: 1, max: 2 ** 40 }), (timeMs, laterMs) => {
        expect(uuidV7(timeMs) < uuidV7(timeMs + laterMs)).toBe(true);
      }),
    );
  });

  it('is unique among many of the same moment', () => {
    const ids = Array.from({ length: 20_000 }, () => uuidV7(1));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('made by the database is the same kind of id', async () => {
    await using db = await createTestDatabase();
    const before = Date.now();
    const rows = await db.admin<{ id: string }[]>`select app.uuid_v7() as id from generate_series(1, 20000)`;
    const after = Date.now();
    const ids = rows.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !shape.test(id))).toEqual([]);
    const times = ids.map(timeOf);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(before - 60_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(after + 60_000);
  });
});
