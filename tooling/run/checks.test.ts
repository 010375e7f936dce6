import { expect, it } from 'vitest';
import { checks } from './checks.ts';

it('runs every check that there is', () => {
  expect(checks.map(({ name }) => name)).toEqual([
    'format and lint',
    'borders',
    'documents',
    'decisions',
    'file length',
    'docstrings',
    'honest tests',
    'machine traces',
    'changesets',
    'types',
    'unused code',
  ]);
});
