import fc from 'fast-check';

/** An account of another GRACE. */
export const somebody = '00000000-0000-7000-8000-0000000000aa';

export const written = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => `${text.replaceAll('\0', '')}x`.slice(0, maxLength).toWellFormed());
export const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
export const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
export const day = instant.map((at) => at.slice(0, 10));
// Not made smaller: two that become the same would fail for another reason.
export const id = fc.noShrink(fc.uuid({ version: 7 }));
export const amount = fc
  .integer({ min: 1, max: 99_999 })
  .map((thousandths) => (thousandths / 1000).toFixed(3));

/** Two instants, the earlier first; sometimes the second is open. */
export const span = fc
  .tuple(instant, instant, fc.boolean())
  .map(([one, other, isOpen]): { from: string; until: string | null } => {
    const [from, until] = one < other ? [one, other] : [other, one];
    return { from, until: isOpen ? null : until };
  });

export type One<T> = T extends fc.Arbitrary<infer V> ? V : never;
