import { expect, test } from 'vitest';
import { hashToken } from './hash-token.ts';

test('is SHA-256 in lower-case hexadecimals, as tables and functions have it', () => {
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
