import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { borders } from '../borders/index.ts';
import { docReferences } from '../doc-references/index.ts';
import { honestTests } from '../honest-tests/index.ts';
import { listFiles } from '../repository/list-files.ts';
import { openRepository } from '../repository/repository.ts';
import { checkStep } from '../run/check-step.ts';
import { repositoryRoot, runCommand } from '../run/command.ts';
import type { Step } from '../run/step.ts';
import { followWalkthrough } from './walkthrough.ts';

const name = 'diary';
const app = `apps/${name}`;

/** A command and the folder below the root it runs in. */
type Run = [folder: string, command: string, ...args: string[]];

/** What a generated app has to pass as it is, in order. */
const untouched: Run[] = [
  ['', process.execPath, 'tooling/run-new-app.ts', name],
  ['', 'biome', 'check', '--error-on-warnings', '.'],
  [app, 'tsc', '--noEmit'],
  ['apps/gateway', 'tsc', '--noEmit'],
  ['', 'knip'],
  [app, 'vite', 'build'],
  ['', 'vitest', 'run', '--reporter=minimal', '--project', name],
];

const database = (...words: string[]): Run => ['', process.execPath, 'apps/gateway/server/db.ts', ...words];

/** What it has to pass with the second table of the document; the stories in a browser have been told. */
const withSecondTable: Run[] = [
  database('migrate', '-m', 'tags'),
  database('upgrade'),
  database('dump'),
  ['', 'biome', 'check', '--error-on-warnings', app, 'apps/gateway'],
  [app, 'tsc', '--noEmit'],
  ['', 'vitest', 'run', '--reporter=minimal', '--project', name, `${app}/db`, `${app}/server`, `${app}/web`],
  database('downgrade', 'base', '--app', name),
];

/** The copy has a database of its own, whatever the one of this workspace is. */
const env = {
  COMMONS_DATA: '.data',
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
  DATABASE_APP_URL: '',
  DATABASE_SERVICE_URL: '',
  DATABASE_POOLER: '',
};

/**
 * Copies the workspace aside, makes an app there with `pnpm new-app`, runs all its checks and tests untouched, and follows
 * docs/adding-an-app.md from there.
 */
export const generatedAppStep: Step = {
  name: 'generated app',
  async run() {
    const root = await mkdtemp(join(tmpdir(), 'commons-new-app-'));
    try {
      // PostgreSQL, which may run as another user, has its programs in there.
      await chmod(root, 0o755);
      for (const path of listFiles(repositoryRoot)) await cp(`${repositoryRoot}/${path}`, `${root}/${path}`);
      const failure = await firstFailure(root, untouched);
      if (failure) return failed(failure);
      for (const check of [borders, docReferences, honestTests]) {
        const outcome = await checkStep('check', check, () => openRepository(root)).run();
        if (outcome.failed > 0) return failed(outcome.output);
      }
      followWalkthrough(root, await readFile(`${root}/docs/adding-an-app.md`, 'utf8'));
      const afterwards = await firstFailure(root, withSecondTable);
      return afterwards ? failed(afterwards) : { passed: 1, failed: 0, output: '' };
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
};

async function firstFailure(root: string, runs: readonly Run[]): Promise<string | undefined> {
  for (const [folder, command, ...args] of runs) {
    const isDatabase = args[0]?.endsWith('/db.ts');
    const options = { cwd: join(root, folder), root, ...(isDatabase && { env }) };
    const { code, output } = await runCommand(command, args, options);
    if (code !== 0) return `${command} ${args.join(' ')}\n${output}`;
  }
  return undefined;
}

function failed(output: string) {
  return { passed: 0, failed: 1, output };
}
