import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { docReferences } from './index.ts';

const workspace = {
  '.gitignore': 'node_modules/\ndist/\n.data/\n',
  'package.json': JSON.stringify({ scripts: { start: 'x', db: 'x' } }),
  'apps/chidi/package.json': JSON.stringify({ name: '@commons/chidi', scripts: { build: 'x' } }),
  'apps/chidi/server/messages/schemas.ts': '',
  'docs/errors.md': '# Errors\n',
};

function messagesFor(document: string, text: string): string[] {
  return docReferences(repositoryOf({ ...workspace, [document]: text })).map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

describe('the document check', () => {
  it.each([
    ['a path from the root', 'README.md', 'See `docs/errors.md`.'],
    ['a folder', 'README.md', 'See `apps/chidi/` and `apps/chidi/server`.'],
    ['a path from the document', 'apps/chidi/README.md', 'See `server/messages/schemas.ts`.'],
    ['a folder of any app', 'README.md', 'Queries are in `messages/`.'],
    ['a file extension, words with a slash', 'README.md', 'Imports carry `.ts`; see `sign-in/email`.'],
    ['a mere file name', 'README.md', 'Forms share `schemas.ts`.'],
    ['a placeholder', 'README.md', 'An app is `apps/<name>/`; schemas are `apps/*/server/*/schemas.ts`.'],
    ['what is generated', 'README.md', 'Data is in `.data/`, pages in `apps/chidi/web/dist`.'],
    [
      'a package, a media type, an address',
      'README.md',
      'Of `@commons/api`, `application/json`, `/chidi/trpc`.',
    ],
    ['a link', 'docs/operating.md', 'See [errors](./errors.md#codes) and [pnpm](https://pnpm.io).'],
    ['a script of the root', 'README.md', '```sh\nnpx -y pnpm@12 start\npnpm db upgrade head\n```'],
    ['a script of a package', 'apps/chidi/README.md', 'Run `pnpm build`.'],
    ['a script behind a filter', 'README.md', 'Run `pnpm --filter @commons/chidi build`.'],
    ["pnpm's own commands", 'README.md', 'Run `pnpm install` and `pnpm exec vitest run`.'],
  ])('accepts %s', (_what, document, text) => {
    expect(messagesFor(document, text)).toEqual([]);
  });

  it.each([
    ['a dead path', 'README.md', 'See `docs/error.md`.', /^1: docs\/error\.md does not exist/],
    ['a dead path without an extension', 'README.md', 'See `docs/error`.', /docs\/error does not exist/],
    ['a dead folder', 'README.md', '\nSee `bench/`.', /^2: bench\/ does not exist/],
    ['a dead file name', 'README.md', 'Forms share `schema.ts`.', /schema\.ts does not exist/],
    ['a dead placeholder', 'README.md', 'See `apps/<name>/client/`.', /does not exist/],
    ['a dead link', 'docs/operating.md', 'See [errors](./error.md).', /\.\/error\.md does not exist/],
    ['a dead script', 'README.md', 'Run `pnpm serve`.', /`pnpm serve` is no script/],
    ['a dead script in a block', 'README.md', '```sh\npnpm serve --now\n```', /^2: `pnpm serve`/],
    ["another package's script", 'README.md', 'Run `pnpm build`.', /`pnpm build` is no script/],
    [
      'a filter without a package',
      'README.md',
      'Run `pnpm --filter @commons/nobody build`.',
      /of @commons\/nobody/,
    ],
  ])('finds %s', (_what, document, text, says) => {
    expect(messagesFor(document, text)).toEqual([expect.stringMatching(says)]);
  });
});
