import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../repository/list-files.ts';
import { repositoryRoot } from '../run/command.ts';
import { newApp } from './new-app.ts';

let root: string;
const needed = /^(\.gitignore$|\.changeset\/|apps\/(template\/|gateway\/(package\.json|server\/site\.ts)$))/;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'commons-new-app-'));
  const files = listFiles(repositoryRoot).filter((path) => needed.test(path));
  for (const path of files) await cp(`${repositoryRoot}/${path}`, `${root}/${path}`);
});
afterEach(() => rm(root, { recursive: true }));

const make = (...words: string[]) =>
  newApp({ root, words, install: false, now: new Date('2027-02-03T04:05:06Z') });
const read = (path: string) => readFile(`${root}/${path}`, 'utf8');

async function everything(): Promise<Record<string, string>> {
  const files = listFiles(root);
  return Object.fromEntries(await Promise.all(files.map(async (path) => [path, await read(path)] as const)));
}

/** A git that reports these changes, because the tests run on machines without one, too. */
const gitReports = (changes: string) => program('git', `printf '%s' '${changes}'`);

async function program(name: string, script: string): Promise<void> {
  const folder = `${root}/node_modules/.bin`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${name}`, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

describe('a new app', () => {
  it('is the template under another name, and the template stays', async () => {
    const before = await everything();
    const { made, text } = await make('diary');
    const after = await everything();
    const added = Object.keys(after).filter((path) => !(path in before));
    const copied = added.filter((path) => path.startsWith('apps/diary/'));

    expect(made).toBe(true);
    expect(text).toContain('apps/diary');
    expect(copied).toHaveLength(
      Object.keys(before).filter((path) => path.startsWith('apps/template/')).length,
    );
    for (const path of added) expect(`${path}\n${after[path]}`).not.toMatch(/template|Template|\bNotes\b/);
    expect(added.filter((path) => !copied.includes(path))).toEqual(['.changeset/add-diary.md']);
    expect(Object.keys(before).filter((path) => after[path] !== before[path])).toEqual([
      'apps/gateway/package.json',
      'apps/gateway/server/site.ts',
    ]);
    expect(after['apps/diary/app.ts']).toContain("title: 'Diary'");
    expect(after['apps/gateway/server/site.ts']).toContain("from '@commons/diary'");
  });

  it('has a migration of its own day', async () => {
    await make('diary');
    const migrations = listFiles(root).filter((path) => /^apps\/diary\/.*\/up\.sql$/.test(path));

    expect(migrations).toEqual(['apps/diary/db/migrations/20270203T0404_notes/up.sql']);
    expect(await read(migrations[0] ?? '')).toContain('CREATE SCHEMA "diary"');
  });

  it.each(['', 'Diary', 'public', 'gateway', 'template', 'diary atlas'])(
    'called "%s" is refused, and nothing changes',
    async (line) => {
      const before = await everything();

      expect(await make(...line.split(' ').filter(Boolean))).toMatchObject({ made: false });
      expect(await everything()).toEqual(before);
    },
  );

  it('is refused the second time', async () => {
    await make('diary');
    const before = await everything();
    const { made, text } = await make('diary');

    expect(made).toBe(false);
    expect(text).toContain('already');
    expect(await everything()).toEqual(before);
  });

  it('takes the name of one that was taken back, whose installed packages are still there', async () => {
    await mkdir(`${root}/apps/diary/node_modules`, { recursive: true });

    expect(await make('diary')).toMatchObject({ made: true });
  });

  it('says how to go on, and how to go back, when its installing fails or is stopped', async () => {
    await program('git', 'exit 0');
    await program('pnpm', 'echo "no network"; exit 1');
    const failed = await newApp({ root, words: ['diary'] });
    await program('pnpm', 'exec sleep 60');
    const stopped = await newApp({ root, words: ['atlas'], signal: AbortSignal.abort() });

    expect(failed.made).toBe(false);
    expect(failed.text).toContain('no network');
    expect(failed.text).toContain('git clean -fdx apps/diary .changeset/add-diary.md');
    expect(stopped.made).toBe(false);
    expect(stopped.text).toContain('You stopped it half-way.');
    expect(stopped.text).toContain('pnpm install && pnpm exec biome check --write apps/atlas');
  });

  it('is refused while there is something that is not committed, and made once it is', async () => {
    await gitReports(' M README.md');
    const before = await everything();
    const { made, text } = await make('diary');

    expect(made).toBe(false);
    expect(text).toContain('not committed');
    expect(await everything()).toEqual(before);
    await gitReports('');
    expect(await make('diary')).toMatchObject({ made: true });
  });
});
