import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { honestTests } from './index.ts';

const path = 'apps/chidi/server/ask.test.ts';
const config = { 'apps/chidi/vitest.config.ts': '' };
const messages = (text: string) =>
  honestTests(repositoryOf({ ...config, [path]: text })).map(({ message }) => message);

describe('the check for tests that are left out', () => {
  it.each([
    [`it.skip('asks', () => {});`, 'skip'],
    [`describe.only('asking', () => {});`, 'only'],
    [`test.todo('asks');`, 'todo'],
    [`it.concurrent.only('asks', () => {});`, 'only'],
    [`it.skipIf(process.env.CI)('asks', () => {});`, 'skipIf'],
    [`describe.skip.each([1])('asking %s', () => {});`, 'skip'],
  ])('finds %s', (text, name) => {
    expect(messages(text)).toEqual([expect.stringContaining(`.${name} leaves tests out`)]);
  });

  it('accepts tests that run, and other things of the same name', () => {
    expect(
      messages(`it('asks', () => { list.skip(3); const text = 'it.skip('; }); it.each([1])('%s', () => {});`),
    ).toEqual([]);
  });

  it('finds a test in a package without a test configuration', () => {
    expect(honestTests(repositoryOf({ [path]: '' }))).toEqual([
      { path, message: expect.stringMatching(/^No run finds this test/) },
    ]);
  });
});
