import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strengthUnits } from './schemas.ts';
import { formatStrength, nameWithStrength, strengthBeside } from './strength.ts';

describe('a strength', () => {
  it.each([
    ['1.000', 'mg', '1 mg'],
    ['0.500', 'mg', '0.5 mg'],
    ['.5', 'mg', '0.5 mg'],
    ['100000', 'unit', '100,000 units'],
    ['1', 'unit', '1 unit'],
    ['100', 'unit/mL', '100 units/mL'],
    ['1', '%', '1 %'],
  ] as const)('of %s %s reads "%s"', (strengthAmount, strengthUnit, words) => {
    expect(formatStrength({ strengthAmount, strengthUnit })).toBe(words);
  });

  it('never ends in a zero after the point, and never begins with the point', () => {
    const thousandths = fc.integer({ min: 1, max: 9_999_999_999 });
    fc.assert(
      fc.property(thousandths, fc.constantFrom(...strengthUnits), (value, strengthUnit) => {
        const words = formatStrength({ strengthAmount: (value / 1000).toFixed(3), strengthUnit });

        expect(words).toMatch(/^\d{1,3}(,\d{3})*(\.\d{0,2}[1-9])? /);
      }),
    );
  });

  it('is nothing where there is none, and is not said twice', () => {
    const strength = { strengthAmount: '500', strengthUnit: 'mg' } as const;

    expect(formatStrength({ strengthAmount: null, strengthUnit: null })).toBe('');
    expect(nameWithStrength({ name: 'Metformin', ...strength })).toBe('Metformin 500 mg');
    expect(nameWithStrength({ name: 'Metformin 500 mg', ...strength })).toBe('Metformin 500 mg');
    expect(strengthBeside({ name: 'Metformin 500 mg', ...strength })).toBe('');
    expect(nameWithStrength({ name: 'Gel', strengthAmount: null, strengthUnit: null })).toBe('Gel');
  });
});
