import { readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';

/**
 * Every file below the root that `.gitignore` does not name, sorted. Read from the disk and not from git, which a
 * machine with nothing but Node does not have; `.gitignore` therefore holds plain names and name patterns only.
 */
export function listFiles(root: string): string[] {
  const ignored = ['.git', ...namesIn(readFileSync(`${root}/.gitignore`, 'utf8'))];
  const walk = (folder: string): string[] =>
    readdirSync(`${root}/${folder}`, { withFileTypes: true })
      .filter(({ name }) => !ignored.some((pattern) => matchesGlob(name, pattern)))
      .flatMap((entry) => (entry.isDirectory() ? walk(`${folder}${entry.name}/`) : [folder + entry.name]));
  return walk('').sort();
}

function namesIn(gitignore: string): string[] {
  const lines = gitignore.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((line) => line.trim().replace(/\/$/, ''));
}
