import { expect, it } from 'vitest';
import { mutantsDocument } from './mutants-document.ts';

const mutant = (id: string) => ({
  id,
  without: 'a | b',
  file: 'guard.ts',
  find: '',
  replace: '',
  test: 'guard.test.ts',
});

it('lists each guard with the test that noticed, and says loudly where none did', () => {
  const areas = [{ title: 'Doors', mutants: [mutant('closed'), mutant('open')] }];
  const verdicts = new Map([
    ['closed', { id: 'closed', outcome: 'killed' as const, by: 'keeps out' }],
    ['open', { id: 'open', outcome: 'survived' as const, by: '3 tests passed' }],
  ]);
  const policies = new Map([
    ['db.test.ts', [{ change: 'drop policy a', killedBy: 'the owner reads' }, { change: 'drop policy b' }]],
  ]);
  const lines = mutantsDocument(areas, { verdicts, policies }).split('\n');

  expect(lines).toContain('| `closed` | `guard.ts` | a \\| b | `guard.test.ts`: keeps out |');
  expect(lines).toContain('| `open` | `guard.ts` | a \\| b | **survived** |');
  expect(lines).toContain('| `drop policy a` | the owner reads |');
  expect(lines).toContain('| `drop policy b` | **survived** |');
});
