import { matchesGlob, posix } from 'node:path';
import type { Finding } from '../repository/finding.ts';
import type { Repository } from '../repository/repository.ts';
import { codeIn, type DocumentText } from './documents.ts';

const pathLike = /^[\w.@<>*{},-]+(\/[\w.@<>*{},-]+)*\/?$/;
const fileName = /\w\.(ts|tsx|md|json|yaml|sql|css|html)$/;
const noPath = /^(@|application\/|text\/|image\/|multipart\/)/;

/** Paths in backticks and targets of relative links that don't exist. */
export function missingPaths(repository: Repository, { path, lines }: DocumentText): Finding[] {
  const base = posix.dirname(path);
  return lines.flatMap(({ number, text, fenced }) => {
    if (fenced) return [];
    const named = codeIn(text).filter((code) => isPath(repository, base, code));
    const linked = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] ?? '')
      .filter(isRelative);
    return [
      ...named.filter((name) => !exists(repository, base, name)),
      ...linked.filter((to) => !linkWorks(repository, base, to)),
    ].map((name) => ({
      path,
      line: number,
      message: `${name} does not exist: name what is there now, or leave it out.`,
    }));
  });
}

/** `sign-in/email` could be anything; `docs/errors` is a path because there is a folder `docs`. */
function isPath({ files }: Repository, base: string, code: string): boolean {
  if (!pathLike.test(code) || noPath.test(code)) return false;
  if (code.endsWith('/') || fileName.test(code)) return true;
  const [first] = code.split('/');
  const startsInFolder = (folder: string) =>
    files.some((file) => file.startsWith(posix.join(folder, `${first}/`)));
  return code.includes('/') && (startsInFolder('.') || startsInFolder(base));
}

function isRelative(target: string): boolean {
  return !/^[a-z]+:/.test(target);
}

function linkWorks({ files }: Repository, base: string, target: string): boolean {
  const path = posix.join(base, target).replace(/\/$/, '');
  return files.some((file) => file === path || file.startsWith(`${path}/`));
}

/** From the root, from the document, or, as a mere name, anywhere; `<name>` and `*` stand for anything. */
function exists({ files, read }: Repository, base: string, name: string): boolean {
  if (isGenerated(read('.gitignore'), name)) return true;
  const pattern = name.replace(/\/$/, '').replaceAll(/<[^>]*>/g, '*');
  const places = pattern.includes('/') ? [pattern, posix.join(base, pattern)] : [pattern, `**/${pattern}`];
  return files.some((file) =>
    places.some((place) => matchesGlob(file, place) || matchesGlob(file, `${place}/**`)),
  );
}

function isGenerated(gitignore: string, name: string): boolean {
  const ignored = gitignore.split('\n').map((line) => line.trim().replace(/\/$/, ''));
  return name.split('/').some((part) => part !== '' && ignored.includes(part));
}
