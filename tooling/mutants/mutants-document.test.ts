import { expect, it } from 'vitest';
import type { PolicyVerdict, Verdict } from './mutant.ts';
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
  const lines = mutantsDocument(
    { areas, isolationSuites: ['one.test.ts', 'two.test.ts'] },
    { verdicts, policies },
  ).split('\n');

  expect(lines).toContain('| `closed` | `guard.ts` | a \\| b | `guard.test.ts`: keeps out |');
  expect(lines).toContain('| `open` | `guard.ts` | a \\| b | **survived** |');
  expect(lines).toContain('| `drop policy a` | the owner reads |');
  expect(lines).toContain('| `drop policy b` | **survived** |');
});

it('leaves what was not tried this time as it stood', () => {
  const areas = [{ title: 'Doors', mutants: [mutant('closed'), mutant('open'), mutant('new')] }];
  const verdict = (id: string, by: string) => ({ id, outcome: 'killed' as const, by });
  const first = mutantsDocument(
    { areas, isolationSuites: ['one.test.ts', 'two.test.ts'] },
    {
      verdicts: new Map<string, Verdict>([
        ['closed', verdict('closed', 'keeps | out')],
        ['open', { id: 'open', outcome: 'survived', by: '3 tests passed' }],
      ]),
      policies: new Map<string, PolicyVerdict[]>([
        ['one.test.ts', [{ change: 'drop policy a', killedBy: 'the owner | reads' }]],
        ['two.test.ts', [{ change: 'drop policy b' }]],
      ]),
    },
  );
  const second = mutantsDocument(
    { areas, isolationSuites: ['one.test.ts', 'two.test.ts'] },
    {
      verdicts: new Map([['open', verdict('open', 'lets nobody in')]]),
      policies: new Map([['two.test.ts', [{ change: 'drop policy b', killedBy: 'a stranger reads' }]]]),
    },
    first,
  );
  const lines = second.split('\n');

  expect(lines).toContain('| `closed` | `guard.ts` | a \\| b | `guard.test.ts`: keeps \\| out |');
  expect(lines).toContain('| `open` | `guard.ts` | a \\| b | `guard.test.ts`: lets nobody in |');
  expect(lines).toContain('| `new` | `guard.ts` | a \\| b | **not tried yet** |');
  expect(lines).toContain('| `drop policy a` | the owner \\| reads |');
  expect(lines).toContain('| `drop policy b` | a stranger reads |');
  expect(lines.filter((line) => line.startsWith('## '))).toHaveLength(3);
});

it('keeps what landed while it ran, and nothing of what is gone', () => {
  const killed = (id: string): [string, Verdict] => [id, { id, outcome: 'killed', by: 'keeps out' }];
  const suite = (path: string): [string, PolicyVerdict[]] => [path, [{ change: path, killedBy: 'it' }]];
  const before = mutantsDocument(
    {
      areas: [{ title: 'Windows', mutants: [mutant('landed'), mutant('gone')] }],
      isolationSuites: [],
    },
    {
      verdicts: new Map([killed('landed'), killed('gone')]),
      policies: new Map([suite('landed.test.ts'), suite('gone.test.ts')]),
    },
  );
  const now = {
    areas: [
      { title: 'Doors', mutants: [mutant('closed')] },
      { title: 'Windows', mutants: [mutant('landed')] },
    ],
    isolationSuites: ['landed.test.ts'],
  };
  const text = mutantsDocument(now, { verdicts: new Map([killed('closed')]), policies: new Map() }, before);

  expect(text.match(/keeps out/g)).toHaveLength(2);
  expect(text).toContain('`landed.test.ts`');
  expect(text).not.toContain('gone');
});
