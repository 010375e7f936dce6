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
    'traces of machines',
    'changesets',
    'types',
    'unused code',
  ]);
});
