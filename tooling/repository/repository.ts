import { readFileSync } from 'node:fs';
import { type ImportRecord, importsOf } from './imports.ts';
import { listFiles } from './list-files.ts';
import { type WorkspacePackage, workspacePackages } from './packages.ts';

/** The files that a check looks at, by their path below the root. */
export interface Repository {
  files: readonly string[];
  packages: readonly WorkspacePackage[];
  read(path: string): string;
  /** What a source file imports, resolved inside the repository. */
  imports(path: string): readonly ImportRecord[];
}

/** The repository in a folder, without what `.gitignore` names. */
export function openRepository(root: string): Repository {
  return createRepository(listFiles(root), (path) => readFileSync(`${root}/${path}`, 'utf8'));
}

/** A repository over any store of files; reads and parses each file once. */
export function createRepository(files: readonly string[], load: (path: string) => string): Repository {
  const read = remember(load);
  const packages = workspacePackages(files, read);
  return { files, packages, read, imports: remember((path) => importsOf(path, read(path), packages)) };
}

function remember<T>(compute: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    const value = known.get(path) ?? compute(path);
    known.set(path, value);
    return value;
  };
}
