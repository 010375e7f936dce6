import { chmod, cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../repository/list-files.ts';
import { runCommand } from '../run/command.ts';

/** Copies the workspace aside and installs it there, so that nothing of the original can be touched; returns the folder. */
export async function prepareCopy(root: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'commons-mutants-'));
  // PostgreSQL, which may run as another user, has its programs in there.
  await chmod(copy, 0o755);
  for (const path of listFiles(root)) await cp(`${root}/${path}`, `${copy}/${path}`);
  const { code, output } = await runCommand('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: copy,
  });
  if (code !== 0) throw new Error(`The copy could not be installed.\n${output}`);
  return copy;
}
