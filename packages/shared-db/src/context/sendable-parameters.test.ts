import { describe, expect, it } from 'vitest';
import { sendableParameters } from './sendable-parameters.ts';

const refusal = (values: unknown[]) => {
  try {
    sendableParameters(values);
    return undefined;
  } catch (error) {
    return { code: (error as { code: string }).code, message: (error as Error).message };
  }
};

describe('parameters', () => {
  it('are sent as they are, numbers and dates as text', () => {
    const bytes = Buffer.from('a');
    const date = new Date('2026-11-21T10:00:00Z');
    expect(sendableParameters(['a', '', null, true, 1n, 1.5, bytes, date])).toEqual([
      'a',
      '',
      null,
      true,
      1n,
      '1.5',
      bytes,
      '2026-11-21T10:00:00.000Z',
    ]);
  });

  it('that are undefined are refused by their place', () => {
    expect(refusal([1, undefined])).toEqual({
      code: 'UNDEFINED_VALUE',
      message: 'Parameter $2 is undefined. Leave it out of the query, or pass null.',
    });
  });

  it.each([
    ['an object', { a: 1 }],
    ['an array', ['a']],
    ['a function', () => 'a'],
    ['a symbol', Symbol('a')],
    ['an invalid date', new Date('never')],
  ])('that are %s are refused without saying what is in them', (kind, value) => {
    expect(refusal([value])).toEqual({
      code: 'UNSENDABLE_VALUE',
      message: `Parameter $1 is ${kind}, which PostgreSQL has no form for. Pass it through its column, or as text.`,
    });
  });

  it('are at most as many as a query can hold', () => {
    expect(refusal(Array(65_534).fill(1))?.code).toBe('TOO_MANY_PARAMETERS');
    expect(refusal(Array(65_533).fill(1))).toBeUndefined();
  });
});
