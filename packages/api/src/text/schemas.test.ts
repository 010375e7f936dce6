import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenText } from './schemas.ts';

describe('text that a person wrote', () => {
  it('is kept as it is, without the blanks around it', () => {
    expect(writtenText.parse('  Brot & Butter\n🥖 ')).toBe('Brot & Butter\n🥖');
  });

  it('is always what PostgreSQL keeps as it is, as text and within JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }), (units) => {
        const text = writtenText.parse(String.fromCharCode(...units));

        expect(text).not.toContain('\0');
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});
