import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { machineTraces } from './index.ts';

const found = (path: string, text: string) => machineTraces(repositoryOf({ [path]: text }));
// Put together here, or this file would be a finding.
const below = (folder: string) => `/${folder}/commons`;

describe('the check for traces of machines', () => {
  it.each([
    ['a font', 'apps/chidi/web/open-sans.woff2', 'wOF2\0\0'],
    ['an image', 'apps/chidi/web/picture.PNG', 'PNG\0\0'],
    ['a path from the root', 'README.md', 'See apps/home/index.ts and ../work/a.'],
    ['a folder of every machine', 'README.md', 'In /etc/pgbouncer/userlist.txt and /usr/bin/chromium.'],
    ['an address', 'README.md', 'At https://example.org/home/you.'],
  ])('accepts %s', (_what, path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  it.each([
    ['a cache', 'tooling/cache/7e39-le64.cache', 'fonts\0\0', /^undefined: is binary/],
    ['a workspace', 'docs/a.md', `one\nin ${below('work')}`, /^2: names a path of one machine/],
    ['a home', 'apps/chidi/a.ts', `const a = '${below('home')}';`, /^1: names a path/],
    ["root's home", 'compose.yaml', `volumes: [${below('root')}]`, /^1: names a path/],
    ['a home on a Mac', 'a.json', `"${below('Users')}"`, /^1: names a path/],
    ['a path in an address of a file', 'a.md', `file://${below('home')}`, /^1: names a path/],
  ])('finds %s', (_what, path, text, says) => {
    expect(found(path, text).map(({ line, message }) => `${line}: ${message}`)).toEqual([
      expect.stringMatching(says),
    ]);
  });
});
