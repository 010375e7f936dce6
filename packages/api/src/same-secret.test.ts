import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameSecret } from './same-secret.ts';

it('is true of equal texts alone, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(sameSecret(a, b)).toBe(a === b);
      expect(sameSecret(a, a)).toBe(true);
      expect(sameSecret(`${a}x`, a)).toBe(false);
    }),
  );
});
