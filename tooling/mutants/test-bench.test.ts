import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../run/command.ts';
import type { Mutant, Verdict } from './mutant.ts';
import { TestBench } from './test-bench.ts';

const guard = `export function enter(age: number) {
  if (age < 0) throw new Error('no age');
  if (age < 18) return 'refused';
  return 'welcome';
}
`;

const files = {
  'package.json': '{ "type": "module" }',
  'vitest.config.ts': 'export default {};',
  'guard.ts': guard,
  'guard.test.ts': `import { expect, it } from 'vitest';
    import { enter } from './guard.ts';
    it('refuses children', () => expect(enter(17)).toBe('refused'));`,
  'red.test.ts': `import { expect, it } from 'vitest';
    it('is red anyway', () => expect(1).toBe(2));`,
};

const mutant = (id: string, find: string, replace: string): Mutant => ({
  id,
  without: '',
  file: 'guard.ts',
  find,
  replace,
  test: 'guard.test.ts',
});

describe('the bench for mutants', () => {
  let folder: string;
  let bench: TestBench;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commons-bench-'));
    await symlink(join(repositoryRoot, 'tooling/node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    bench = await TestBench.open(folder);
  });

  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true });
  });

  it('tells what a test noticed from what none did, and from what is no proof', async () => {
    const verdicts: Verdict[] = [];
    const mutants = [
      mutant('noticed', 'if (age < 18)', 'if (age < 0)'),
      mutant('unnoticed', "if (age < 0) throw new Error('no age');", ''),
      mutant('syntax', "return 'refused';", 'return ((('),
      mutant('crash', "return 'refused';", 'return undefined.refused;'),
      mutant('thrown', "return 'refused';", "throw new Error('no age');"),
    ];
    const end = await bench.run({ test: 'guard.test.ts', mutants, spoilsServer: false }, (verdict) =>
      verdicts.push(verdict),
    );

    expect(end).toEqual({ policies: [] });
    expect(verdicts.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['noticed', 'killed'],
      ['unnoticed', 'survived'],
      ['syntax', 'broken'],
      ['crash', 'broken'],
      ['thrown', 'killed'],
    ]);
    expect([verdicts[0]?.by, verdicts[4]?.by]).toEqual(['refuses children', 'refuses children (Error)']);
    expect(await readFile(join(folder, 'guard.ts'), 'utf8')).toBe(guard);
  });

  it('begins anew for a mutant that spoils the server', async () => {
    const verdicts: Verdict[] = [];
    const mutants = [mutant('noticed', 'if (age < 18)', 'if (age < 0)')];
    await bench.run({ test: 'guard.test.ts', mutants, spoilsServer: true }, (verdict) =>
      verdicts.push(verdict),
    );

    expect(verdicts).toEqual([{ id: 'noticed', outcome: 'killed', by: 'refuses children' }]);
  });

  it('tries nothing with a test that is red anyway', async () => {
    const verdicts: Verdict[] = [];
    const mutants = [{ ...mutant('any', 'if (age < 18)', ''), test: 'red.test.ts' }];
    const { problem } = await bench.run({ test: 'red.test.ts', mutants, spoilsServer: false }, (verdict) =>
      verdicts.push(verdict),
    );

    expect(problem).toMatch(/red without any mutant: is red anyway/);
    expect(verdicts).toEqual([]);
  });
});
