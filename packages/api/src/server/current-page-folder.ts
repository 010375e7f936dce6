import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PageFolder, readPageFolder } from './read-page-folder.ts';

/**
 * A built frontend as it lies on disk now: a build under a running server is noticed at the next request. While the
 * build is under way and there is no index.html, the one before it goes on.
 */
export function currentPageFolder(folder: URL): () => PageFolder | undefined {
  let seen: string | undefined;
  let current: PageFolder | undefined;

  function refresh(): void {
    const state = stateOf(folder);
    if (state === undefined || state === seen) return;
    current = readPageFolder(folder) ?? current;
    seen = state;
  }

  refresh();
  return () => {
    try {
      refresh();
    } catch (error) {
      // A file went away while the folder was read; the next request tries again.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return current;
  };
}

/** Changes with index.html, and with what is added to the folders that a build writes to; undefined without an index.html. */
function stateOf(folder: URL): string | undefined {
  const root = fileURLToPath(folder);
  const changedAt = (path: string) =>
    statSync(join(root, path), { bigint: true, throwIfNoEntry: false })?.mtimeNs;
  const index = changedAt('index.html');
  return index === undefined ? undefined : [index, changedAt('.'), changedAt('assets')].join();
}
