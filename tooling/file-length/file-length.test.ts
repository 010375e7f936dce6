import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { fileLength } from './index.ts';

const lines = (count: number) => 'x;\n'.repeat(count);
const short = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`apps/chidi/server/a${index}.ts`, lines(70)]),
);

describe('the file length check', () => {
  it('accepts a file of 400 lines among short ones', () => {
    expect(fileLength(repositoryOf({ ...short, 'apps/chidi/server/long.ts': lines(400) }))).toEqual([]);
  });

  it('finds a longer one, a test as well as a program', () => {
    const files = {
      ...short,
      'apps/chidi/server/long.ts': lines(401),
      'apps/chidi/server/long.test.ts': lines(402),
    };
    expect(fileLength(repositoryOf(files)).map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringMatching(/^apps\/chidi\/server\/long\.test\.ts: 402 lines/),
      expect.stringMatching(/^apps\/chidi\/server\/long\.ts: 401 lines/),
    ]);
  });

  it('leaves migrations and data alone', () => {
    const files = {
      ...short,
      'apps/chidi/db/migrations/a/b.ts': lines(900),
      'packages/ai/data/prices.ts': lines(900),
    };
    expect(fileLength(repositoryOf(files))).toEqual([]);
  });

  it('finds that too many files are rather long', () => {
    const files = { 'apps/chidi/server/a.ts': lines(71), 'apps/chidi/server/b.ts': lines(390) };
    const [half] = fileLength(repositoryOf(files));
    expect(half?.message).toMatch(/^half of the source files reach 71 lines, the bar is 70/);
    expect(fileLength(repositoryOf({ ...short, ...files }))).toEqual([]);
  });
});
