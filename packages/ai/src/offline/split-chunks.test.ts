import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitChunks } from './split-chunks.ts';

describe('the chunks of a text', () => {
  it('are its words with the white space that follows', () => {
    expect(splitChunks('  One two,\n\nthree ')).toEqual(['  ', 'One ', 'two,\n\n', 'three ']);
    expect(splitChunks('')).toEqual([]);
  });

  it('are the text again when joined, and none is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const chunks = splitChunks(text);
        return chunks.join('') === text && !chunks.includes('');
      }),
    );
  });
});
