import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from './list-files.ts';

it('lists every file that .gitignore does not name, and nothing of git itself', async () => {
  const root = await mkdtemp(join(tmpdir(), 'commons-files-'));
  try {
    for (const folder of ['.git', 'web/dist', 'web/src', '.ci'])
      await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, '.gitignore'), '# built\ndist/\n*.tsbuildinfo\n\n');
    for (const file of ['.git/HEAD', 'web/dist/a.js', 'web/src/a.ts', 'a.tsbuildinfo', '.ci/run']) {
      await writeFile(join(root, file), '');
    }
    expect(listFiles(root)).toEqual(['.ci/run', '.gitignore', 'web/src/a.ts']);
  } finally {
    await rm(root, { recursive: true });
  }
});
