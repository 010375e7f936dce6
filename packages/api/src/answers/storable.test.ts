import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storable } from './storable.ts';

/** Stores pieces one after the other, as a writer does. */
function store(pieces: string[]): string[] {
  const stored: string[] = [];
  let waiting = '';
  for (const piece of pieces) {
    const { now, later } = storable(waiting + piece);
    stored.push(now);
    waiting = later;
  }
  return stored;
}

const anyText = fc.string({ unit: 'binary', maxLength: 30 });
const anyCodeUnits = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })), {
    maxLength: 20,
  })
  .map((units) => String.fromCharCode(...units));

describe('what is stored of what arrives', () => {
  it('is the text, cut anywhere', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(30)), (text, cuts) => {
        const ends = [...new Set(cuts.map((cut) => Math.min(cut, text.length))), text.length].toSorted(
          (a, b) => a - b,
        );
        const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));

        expect(store(pieces).join('')).toBe(text.replaceAll('\0', ''));
      }),
    );
  });

  it('is always what PostgreSQL keeps as it is', () => {
    fc.assert(
      fc.property(fc.array(anyCodeUnits), (pieces) => {
        for (const stored of store(pieces)) {
          expect(stored).not.toContain('\0');
          expect(Buffer.from(stored).toString()).toBe(stored);
        }
      }),
    );
  });

  it('holds half a character back until the other half arrives', () => {
    expect(storable('Bread \ud83e')).toEqual({ now: 'Bread ', later: '\ud83e' });
    expect(storable('\ud83e\udd56')).toEqual({ now: '🥖', later: '' });
  });

  it('holds no more than that back', () => {
    fc.assert(
      fc.property(anyCodeUnits, (text) => {
        expect(storable(text).later.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
