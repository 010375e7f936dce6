import { openRepository } from '../repository/repository.ts';
import { repositoryRoot, runCommand } from '../run/command.ts';
import type { Step } from '../run/step.ts';
import { unannounced } from './unannounced.ts';

const base = 'origin/main';

/** A step that fails when a package differs from the main branch and no changeset says so. */
export const changesetStep: Step = {
  name: 'changesets',
  async run() {
    const changed = await changedSince(base);
    if (!changed) return { passed: 1, failed: 0, output: '', note: `nothing to compare with: no ${base}` };
    const missing = unannounced(openRepository(repositoryRoot), changed);
    if (missing.length === 0) return { passed: 1, failed: 0, output: '' };
    const output = `Changed since ${base} without a changeset: ${missing.join(', ')}.\nRun \`pnpm changeset\` and say what changes for its users.`;
    return { passed: 0, failed: 1, output };
  },
};

/** Paths that differ from the branch, committed or not; undefined without git or without the branch. */
async function changedSince(branch: string): Promise<string[] | undefined> {
  const git = (...args: string[]) => runCommand('git', args).catch(() => ({ code: 1, output: '' }));
  const start = await git('merge-base', branch, 'HEAD');
  if (start.code !== 0) return undefined;
  const listings = await Promise.all([
    git('diff', '--name-only', start.output.trim()),
    git('ls-files', '--others', '--exclude-standard'),
  ]);
  return listings.flatMap(({ output }) => output.split('\n').filter(Boolean));
}
