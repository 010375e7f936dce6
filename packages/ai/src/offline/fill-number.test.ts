import { describe, expect, it } from 'vitest';
import { fillNumber } from './fill-number.ts';

describe('filling a number', () => {
  it.each([
    [{ type: 'integer' }, 0],
    [{ type: 'integer', minimum: 3 }, 3],
    [{ type: 'integer', maximum: -3 }, -3],
    [{ type: 'integer', exclusiveMinimum: 3 }, 4],
    [{ type: 'integer', exclusiveMaximum: 0 }, -1],
    [{ type: 'integer', minimum: 4, multipleOf: 5 }, 5],
    [{ type: 'integer', minimum: 2.5 }, 3],
    [{ type: 'number', minimum: 0.5, maximum: 0.75 }, 0.5],
    [{ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 }, 0.25],
    [{ type: 'number', exclusiveMinimum: 1 }, 1.5],
  ])('for %j gives %d', (schema, value) => {
    expect(fillNumber(schema)).toBe(value);
  });
});
