import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendPiece } from './append-piece.ts';

describe('pieces of an answer', () => {
  it('yield the exact text, however often they overlap or are repeated', () => {
    const answers = fc.string({ unit: 'binary', maxLength: 60 });
    const steps = fc.array(fc.record({ back: fc.nat(80), length: fc.nat(20) }), { maxLength: 40 });
    fc.assert(
      fc.property(answers, steps, (answer, jumps) => {
        let text = '';
        for (const { back, length } of jumps) {
          const offset = Math.max(0, text.length - back);
          text = appendPiece(text, { offset, text: answer.slice(offset, offset + length) });
          expect(answer.startsWith(text)).toBe(true);
        }
        expect(appendPiece(text, { offset: 0, text: answer })).toBe(answer);
      }),
    );
  });

  it('never shrink the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), fc.string(), (text, offset, piece) => {
        expect(appendPiece(text, { offset, text: piece }).startsWith(text)).toBe(true);
      }),
    );
  });

  it('leave no gap: a piece from further on waits until the text is read again', () => {
    expect(appendPiece('Good', { offset: 9, text: 'Amara' })).toBe('Good');
  });
});
