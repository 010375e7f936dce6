import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles } from '../repository/list-files.ts';
import { repositoryRoot } from '../run/command.ts';
import { newApp } from './new-app.ts';
import { followWalkthrough } from './walkthrough.ts';

let root: string;
const needed = /^(\.gitignore$|\.changeset\/|apps\/(template\/|gateway\/(package\.json|server\/site\.ts)$))/;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'commons-walkthrough-'));
  const files = listFiles(repositoryRoot).filter((path) => needed.test(path));
  for (const path of files) await cp(`${repositoryRoot}/${path}`, `${root}/${path}`);
  await newApp({ root, words: ['diary'], install: false });
});
afterEach(() => rm(root, { recursive: true }));

it('the document on adding an app can be followed, and counts its lines rightly', async () => {
  const document = await readFile(`${repositoryRoot}/docs/adding-an-app.md`, 'utf8');
  const sections = followWalkthrough(root, document).filter(({ lines }) => lines > 0);
  const ofTheTable = sections.filter(({ heading }) => !heading.includes('further column'));
  const total = ofTheTable.reduce((sum, { lines }) => sum + lines, 0);

  expect(sections).not.toHaveLength(0);
  for (const { heading, lines } of sections) expect(heading).toMatch(new RegExp(`: ${lines} lines$`));
  expect(document).toContain(`That makes ${total} lines`);
});

it.each([
  ['a file that is there', '```ts\n// apps/diary/app.ts\nexport {};\n```\n', 'is there already'],
  [
    'lines that are not there',
    '```diff\n// apps/diary/app.ts\n nowhere\n+more\n```\n',
    'has these lines 0 times',
  ],
])('%s cannot be followed', (_, document, problem) => {
  expect(() => followWalkthrough(root, document)).toThrow(problem);
});
