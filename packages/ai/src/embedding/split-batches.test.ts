import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBatches } from './split-batches.ts';

describe('batches', () => {
  it.each([
    [[], []],
    [
      ['a', 'b', 'c'],
      [['a', 'b'], ['c']],
    ],
    [
      ['aaa', 'bbb'],
      [['aaa'], ['bbb']],
    ],
    [
      ['a', 'far too long', 'b'],
      [['a'], ['far too long'], ['b']],
    ],
    [['éé', 'a'], [['éé', 'a']]],
    [
      ['ééé', 'a'],
      [['ééé'], ['a']],
    ],
  ])('of %j are %j', (texts, batches) => {
    expect(splitBatches(texts, { texts: 2, bytes: 5 })).toEqual(batches);
  });

  it('keep every text in order, and the limits', () => {
    const limits = { texts: 3, bytes: 20 };
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (texts) => {
        const batches = splitBatches(texts, limits);
        expect(batches.flat()).toEqual(texts);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(limits.texts);
          if (batch.length > 1) expect(Buffer.byteLength(batch.join(''))).toBeLessThanOrEqual(limits.bytes);
        }
      }),
    );
  });
});
