import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTitle } from './plain-title.ts';

describe('a title by a model', () => {
  it.each([
    ['"Best sellers."', 'Best sellers'],
    ['**Best sellers**', 'Best sellers'],
    ['# Best sellers', 'Best sellers'],
    ['  Best\n\n sellers\t', 'Best sellers'],
    ['„Bestseller“', 'Bestseller'],
    ['Opening \u202egnineve', 'Opening gnineve'],
    ['Zero\u200bwidth', 'Zero width'],
    ['a\0b', 'a b'],
    ['Who sells most?', 'Who sells most?'],
    ['Rye & rolls (2026)', 'Rye & rolls (2026)'],
    ['面包 🥖', '面包 🥖'],
    ['"', ''],
    ['', ''],
  ])('%j becomes %j', (text, title) => {
    expect(plainTitle(text)).toBe(title);
  });

  it('that is long ends with an ellipsis, not within a character', () => {
    expect(plainTitle('🥖'.repeat(100))).toBe(`${'🥖'.repeat(79)}…`);
    expect(plainTitle('x'.repeat(80))).toBe('x'.repeat(80));
  });

  it('is always one plain line of at most 80 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const title = plainTitle(text);

        expect([...title].length).toBeLessThanOrEqual(80);
        expect(title).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u);
        expect(title).toBe(title.trim());
        expect(title.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
