import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const tooling = fileURLToPath(new URL('..', import.meta.url));

const files = {
  'package.json': '{ "type": "module" }',
  'vitest.config.ts': `import { packageVitestConfig } from '${tooling}vitest/index.ts';
    export default packageVitestConfig({ name: 'fixture', globalSetup: './setup.ts' });`,
  'setup.ts': `export default () => { process.stdout.write('services started'); };`,
  'console.test.ts': `import { it } from 'vitest';
    import { expectConsole } from '${tooling}vitest/console.ts';
    it('quiet', () => {});
    it('noisy', () => console.error('boom'));
    it('allowed', () => { expectConsole('error', /boom/); console.error('boom'); });`,
  'rows.db.test.ts': `import { it } from 'vitest'; it('with a database', () => {});`,
  'story.e2e.test.ts': `import { it } from 'vitest'; it('in a browser', () => {});`,
};

interface JsonReport {
  testResults: { assertionResults: { title: string; status: string }[] }[];
}

describe('a package with the shared test configuration', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commons-vitest-'));
    await symlink(join(tooling, 'node_modules'), join(folder, 'node_modules'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  });

  afterAll(() => rm(folder, { recursive: true }));

  async function run(
    ...options: string[]
  ): Promise<{ outcomes: Record<string, string>; startedServices: boolean }> {
    const vitest = join(tooling, 'node_modules/vitest/vitest.mjs');
    const args = [vitest, 'run', '--reporter=json', '--outputFile=report.json', ...options];
    const stdout = await new Promise<string>((done) => {
      execFile(process.execPath, args, { cwd: folder }, (_error, output) => done(output));
    });
    const report: JsonReport = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'));
    const results = report.testResults.flatMap((file) => file.assertionResults);
    return {
      outcomes: Object.fromEntries(results.map(({ title, status }) => [title, status])),
      startedServices: stdout.includes('services started'),
    };
  }

  it('runs everything around its global setup, and fails the test that prints unexpectedly', async () => {
    expect(await run()).toEqual({
      outcomes: {
        quiet: 'passed',
        noisy: 'failed',
        allowed: 'passed',
        'with a database': 'passed',
        'in a browser': 'passed',
      },
      startedServices: true,
    });
  });

  it('runs only what needs no service in unit mode, and starts none', async () => {
    expect(await run('--mode', 'unit')).toEqual({
      outcomes: { quiet: 'passed', noisy: 'failed', allowed: 'passed' },
      startedServices: false,
    });
  });

  it('runs only what needs one in service mode', async () => {
    expect(await run('--mode', 'service')).toEqual({
      outcomes: { 'with a database': 'passed', 'in a browser': 'passed' },
      startedServices: true,
    });
  });
});
