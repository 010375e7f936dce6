import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateRequestTokens, estimateTokens } from './estimate-tokens.ts';

describe('the token estimate', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['four', 1],
    ['fives', 2],
    ['жук', 2],
    ['日本語', 3],
    ['🕯️', 2],
  ])('of %j is %i', (text, tokens) => {
    expect(estimateTokens(text)).toBe(tokens);
  });

  it('never shrinks as text grows, and joining texts never costs more than the parts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const [ofOne, ofOther, ofBoth] = [one, other, one + other].map(estimateTokens) as [
          number,
          number,
          number,
        ];
        return ofBoth >= Math.max(ofOne, ofOther) && ofBoth <= ofOne + ofOther;
      }),
    );
  });

  it('counts four tokens of framing for each message of a request, and none for an empty system prompt', () => {
    const messages = [{ role: 'user' as const, content: 'four' }];
    expect(estimateRequestTokens({ system: '', messages })).toBe(5);
    expect(estimateRequestTokens({ system: 'four', messages })).toBe(10);
  });
});
