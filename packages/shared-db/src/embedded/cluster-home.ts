import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { binariesIn, findBinaries, type PostgresBinaries } from './binaries.ts';
import { type RunAs, reachableByOthers, unprivilegedUser } from './run-as.ts';

/** Where a cluster lives, with which programs and as whom it runs. */
export interface ClusterHome {
  folder: string;
  binaries: PostgresBinaries;
  runAs: RunAs | undefined;
}

/**
 * Makes the folder of a cluster. As root PostgreSQL runs as another user, who may be locked out of the project's folder
 * (a private home or a temporary folder): then the files live in /var/tmp and `folder` becomes a link to them.
 */
export function prepareClusterHome(folder: string): ClusterHome {
  const runAs = unprivilegedUser();
  const binaries = findBinaries();
  mkdirSync(dirname(folder), { recursive: true });
  if (!runAs) {
    mkdirSync(folder, { recursive: true });
    return { folder, binaries, runAs };
  }
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    return movedHome(readlinkSync(folder), binaries, runAs);
  }
  if (existsSync(folder) || (reachableByOthers(dirname(folder)) && reachableByOthers(binaries.root))) {
    makeOwned(folder, runAs);
    return { folder, binaries, runAs };
  }
  const moved = join('/var/tmp', `commons-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  symlinkSync(moved, folder);
  return movedHome(moved, binaries, runAs);
}

function movedHome(folder: string, binaries: PostgresBinaries, runAs: RunAs): ClusterHome {
  makeOwned(folder, runAs);
  const copied = join(folder, 'native');
  if (!existsSync(copied)) cpSync(binaries.root, copied, { recursive: true, verbatimSymlinks: true });
  return { folder, binaries: binariesIn(copied), runAs };
}

function makeOwned(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, runAs.uid, runAs.gid);
}
