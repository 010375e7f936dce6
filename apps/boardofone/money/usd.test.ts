import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatUsd, parseUsd, usdWords } from './usd.ts';

describe('dollars', () => {
  it('are the same after reading and writing, to the eighth place', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), (units) => {
        expect(parseUsd(formatUsd(units))).toBe(units);
      }),
    );
  });

  it.each([
    ['0', 0n],
    ['1', 100_000_000n],
    ['0.1', 10_000_000n],
    ['12.00000001', 1_200_000_001n],
  ])('“%s” is %d units', (written, units) => {
    expect(parseUsd(written)).toBe(units);
  });

  it('ten times a tenth is one', () => {
    expect(formatUsd(Array.from({ length: 10 }, () => parseUsd('0.1')).reduce((sum, one) => sum + one))).toBe(
      '1.00000000',
    );
  });

  it.each(['', '-1', '1e3', 'NaN', '0.000000001', '.5', '1.', ' 1'])('“%s” is no amount', (written) => {
    expect(() => parseUsd(written)).toThrow(RangeError);
  });

  it.each([
    [0n, '$0.00'],
    [1n, 'less than $0.0001'],
    [9_999n, 'less than $0.0001'],
    [10_000n, '$0.0001'],
    [1_234_567n, '$0.0123'],
    [12_500_000n, '$0.13'],
    [123_400_000_000n, '$1234.00'],
  ])('%d units read as %s', (units, words) => {
    expect(usdWords(units)).toBe(words);
  });
});
