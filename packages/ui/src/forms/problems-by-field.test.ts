import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { problemsByField, refusedFields } from './problems-by-field.ts';

const issues = [
  { path: ['name'], message: 'Too short.' },
  { path: ['name'], message: 'No letter.' },
  { path: ['times', 0, 'amount'], message: 'No number.' },
  { path: ['times', 1], message: 'Twice.' },
];

describe('problemsByField', () => {
  it('has the first thing that is wrong with each field', () => {
    expect(problemsByField(issues)).toEqual({ name: 'Too short.', times: 'No number.' });
    expect(problemsByField(undefined)).toEqual({});
  });

  it('calls a field as it is told', () => {
    expect(problemsByField(issues, (path) => path.join('.'))).toEqual({
      name: 'Too short.',
      'times.0.amount': 'No number.',
      'times.1': 'Twice.',
    });
  });
});

describe('refusedFields', () => {
  const refused = (fields?: object) =>
    TRPCClientError.from({
      error: { code: -32_000, message: '', data: { code: 'BAD_INPUT', fields } },
    } as never);

  it('has the first thing that the server says of each field', () => {
    expect(refusedFields(refused({ name: ['Too long.', 'Taken.'], day: ['Over.'] }))).toEqual({
      name: 'Too long.',
      day: 'Over.',
    });
  });

  it('has nothing where no field is to blame', () => {
    expect(refusedFields(null)).toEqual({});
    expect(refusedFields(refused())).toEqual({});
    expect(refusedFields(refused({ '': ['Not together.'] }))).toEqual({});
    expect(refusedFields(new TypeError('Failed to fetch'))).toEqual({});
  });
});
