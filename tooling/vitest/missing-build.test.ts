import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { missingBuild } from './missing-build.ts';

it('holds a browser test up until the pages of its app are built, and no other test', async () => {
  const root = await mkdtemp(join(tmpdir(), 'commons-missing-build-'));
  try {
    const story = `${root}/apps/diary/e2e/diary.e2e.test.ts`;
    expect(missingBuild(story)).toContain('Run pnpm build');
    expect(missingBuild(`${root}/apps/diary/server/diary.db.test.ts`)).toBeUndefined();
    expect(missingBuild(`${root}/packages/ui/gallery/gallery.e2e.test.ts`)).toBeUndefined();
    await mkdir(`${root}/apps/diary/web/dist`, { recursive: true });
    await writeFile(`${root}/apps/diary/web/dist/index.html`, '<!doctype html>');
    expect(missingBuild(story)).toBeUndefined();
  } finally {
    await rm(root, { recursive: true });
  }
});
