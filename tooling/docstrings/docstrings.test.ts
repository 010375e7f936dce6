import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { docstrings } from './index.ts';

const check = (text: string, path = 'packages/api/src/thing.ts') =>
  docstrings(repositoryOf({ [path]: text })).map(({ line, message }) => `${line}: ${message.split(' ')[0]}`);

describe('the docstring check', () => {
  it.each([
    ['a function', 'export function f() {}', '2: f'],
    ['a constant', 'export const c = 1;', '2: c'],
    ['a type', 'export type T = string;', '2: T'],
    ['an interface', 'export interface I {}', '2: I'],
    ['a class', 'export class C {}', '2: C'],
    ['a default export', 'export default function d() {}', '2: d'],
    ['an export at the end', 'const late = 1;\nexport { late };', '2: late'],
  ])('finds %s without one, and nothing once it has one', (_what, text, found) => {
    expect(check(`\n${text}`)).toEqual([found]);
    expect(check(`\n/** Says what it is for. */\n${text}`)).toEqual([]);
  });

  it('takes a comment of another kind, or one further up, for none', () => {
    expect(check('// f does things\nexport function f() {}')).toEqual(['2: f']);
    expect(check('/** Another thing. */\nconst a = 1;\nexport const b = a;')).toEqual(['3: b']);
  });

  it('asks for one docstring for a value and a type of the same name, and for overloads', () => {
    expect(check('/** An id. */\nexport const Id = z.uuid();\nexport type Id = z.infer<typeof Id>;')).toEqual(
      [],
    );
    expect(
      check(
        '/** Says. */\nexport function f(a: 1): 1;\nexport function f(a: 2): 2;\nexport function f(a: unknown) { return a; }',
      ),
    ).toEqual([]);
  });

  it('leaves re-exports, tests and apps alone', () => {
    expect(check(`export { a } from './a.ts';`)).toEqual([]);
    expect(check('export const a = 1;', 'packages/api/src/a.test.ts')).toEqual([]);
    expect(check('export const a = 1;', 'apps/chidi/server/a.ts')).toEqual([]);
  });
});
