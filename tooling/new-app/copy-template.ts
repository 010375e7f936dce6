import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { listFiles } from '../repository/list-files.ts';
import { rename } from './rename.ts';

const source = 'apps/template/';
const migrationStamp = /(?<=\/db\/migrations\/)\d{8}T\d{4}(?=_)/;

/** Copies the template to `apps/<name>`, renamed, its migration dated now. Returns how many files it wrote. */
export function copyTemplate(root: string, name: string, now: Date): number {
  // A minute ago, so that it stays the first one even if the next follows at once.
  const stamp = new Date(now.getTime() - 60_000).toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
  const files = listFiles(root).filter((path) => path.startsWith(source));
  for (const path of files) {
    const target = `${root}/${rename(path, name).replace(migrationStamp, stamp)}`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, rename(readFileSync(`${root}/${path}`, 'utf8'), name));
  }
  return files.length;
}
