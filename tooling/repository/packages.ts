import { posix } from 'node:path';

/** A package of the workspace and the entries that others may import. */
export interface WorkspacePackage {
  name: string;
  /** Its folder below the root, without a slash at the end. */
  folder: string;
  /** From entry (`.`, `./server`) to file below the root. */
  entries: ReadonlyMap<string, string>;
}

/** The packages of the workspace, read from their `package.json`. */
export function workspacePackages(
  files: readonly string[],
  read: (path: string) => string,
): WorkspacePackage[] {
  return files
    .filter((path) => /^((packages|apps)\/[^/]+|tooling)\/package\.json$/.test(path))
    .map((path) => {
      const folder = posix.dirname(path);
      const manifest: { name: string; exports?: Record<string, string> } = JSON.parse(read(path));
      const entries = Object.entries(manifest.exports ?? {}).map(
        ([entry, file]) => [entry, posix.join(folder, file)] as const,
      );
      return { name: manifest.name, folder, entries: new Map(entries) };
    });
}

/** The package whose folder holds the file. */
export function packageOf(packages: readonly WorkspacePackage[], path: string): WorkspacePackage | undefined {
  return packages.find(({ folder }) => path.startsWith(`${folder}/`));
}
