import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
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

const name = 'diary';
const app = `apps/${name}`;

/** What a generated app has to pass as it is, in order; each is a command and the folder below the root it runs in. */
const commands: [folder: string, command: string, ...args: string[]][] = [
  ['', process.execPath, 'tooling/run-new-app.ts', name],
  ['', 'biome', 'check', '--error-on-warnings', '.'],
  [app, 'tsc', '--noEmit'],
  ['apps/gateway', 'tsc', '--noEmit'],
  ['', 'knip'],
  [app, 'vite', 'build'],
  ['', 'vitest', 'run', '--reporter=minimal', '--project', name],
];

/** Copies the workspace aside, makes an app there with `pnpm new-app`, and runs all its checks and tests untouched. */
export const generatedAppStep: Step = {
  name: 'generated app',
  async run() {
    const root = await mkdtemp(join(tmpdir(), 'commons-new-app-'));
    try {
      // PostgreSQL, which may run as another user, has its programs in there.
      await chmod(root, 0o755);
      for (const path of listFiles(repositoryRoot)) await cp(`${repositoryRoot}/${path}`, `${root}/${path}`);
      for (const [folder, command, ...args] of commands) {
        const { code, output } = await runCommand(command, args, { cwd: join(root, folder), root });
        if (code !== 0) return failed(`${command} ${args.join(' ')}\n${output}`);
      }
      for (const check of [borders, docReferences, honestTests]) {
        const outcome = await checkStep('check', check, () => openRepository(root)).run();
        if (outcome.failed > 0) return failed(outcome.output);
      }
      return { passed: 1, failed: 0, output: '' };
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  },
};

function failed(output: string) {
  return { passed: 0, failed: 1, output };
}
