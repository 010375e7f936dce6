import { isTestCode } from '../repository/kinds-of-files.ts';
import { packageOf } from '../repository/packages.ts';
import type { Repository } from '../repository/repository.ts';

/**
 * The packages among the changed files that no changeset among them names: one that was there before announced something
 * else. A package with a new changelog is released.
 */
export function unannounced({ files, packages, read }: Repository, changed: readonly string[]): string[] {
  const announced = files
    .filter((path) => /^\.changeset\/.+\.md$/.test(path) && !path.endsWith('README.md'))
    .filter((path) => changed.includes(path))
    .flatMap((path) => namesIn(read(path)));
  const touched = changed.filter((path) => !path.endsWith('.md') && !isTestCode(path));
  const names = touched.flatMap((path) => {
    const owner = packageOf(packages, path);
    return owner && !changed.includes(`${owner.folder}/CHANGELOG.md`) ? [owner.name] : [];
  });
  return [...new Set(names)].filter((name) => !announced.includes(name)).sort();
}

function namesIn(changeset: string): string[] {
  const head = /^---\n([\s\S]*?)\n---/.exec(changeset)?.[1] ?? '';
  return [...head.matchAll(/^['"]?([^'":]+)['"]?:/gm)].map((match) => match[1] ?? '');
}
