import { describe, expect, it } from 'vitest';
import { repositoryOf } from '../testing/repository-of.ts';
import { unannounced } from './unannounced.ts';

const changed = ['packages/api/src/index.ts', 'apps/chidi/server/router.ts', 'docs/errors.md'];

describe('the changeset check', () => {
  it('names the changed packages that no changeset announces', () => {
    expect(unannounced(repositoryOf({}), changed)).toEqual(['@commons/api', '@commons/chidi']);
  });

  it('accepts packages that a changeset names', () => {
    const changeset = `---\n'@commons/api': minor\n"@commons/chidi": patch\n---\n\nMore.\n`;
    const repository = repositoryOf({ '.changeset/brave-cats.md': changeset });
    expect(unannounced(repository, [...changed, '.changeset/brave-cats.md'])).toEqual([]);
    expect(unannounced(repository, changed), 'it was there before').toHaveLength(2);
  });

  it('does not ask for one when only tests and documents changed', () => {
    expect(unannounced(repositoryOf({}), ['packages/api/src/a.test.ts', 'packages/api/README.md'])).toEqual(
      [],
    );
  });

  it('takes a package with a new changelog for released', () => {
    expect(unannounced(repositoryOf({}), [...changed, 'packages/api/CHANGELOG.md'])).toEqual([
      '@commons/chidi',
    ]);
  });
});
