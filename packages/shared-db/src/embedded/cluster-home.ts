import { randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
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
  const moved = movedFolder(folder);
  if (moved) {
    if (isOwnFolder(moved, runAs)) return movedHome(moved, binaries, runAs);
    rmSync(folder);
  }
  if (existsSync(folder) || (reachableByOthers(dirname(folder)) && reachableByOthers(binaries.root))) {
    makeOwned(folder, runAs);
    return { folder, binaries, runAs };
  }
  // Its name is not to be guessed: in a folder that everybody may write to, somebody could be there first.
  const target = mkdtempSync('/var/tmp/commons-');
  symlinkSync(target, folder);
  return movedHome(target, binaries, runAs);
}

/** Deletes what a stopped cluster leaves behind, the files that `folder` may only be a link to included. */
export function removeClusterHome(folder: string): void {
  const moved = movedFolder(folder);
  if (moved) rmSync(moved, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function movedFolder(folder: string): string | undefined {
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? readlinkSync(folder) : undefined;
}

// What /var/tmp holds may have been cleared away since, and put there again by somebody else.
function isOwnFolder(folder: string, runAs: RunAs): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === runAs.uid;
}

function movedHome(folder: string, binaries: PostgresBinaries, runAs: RunAs): ClusterHome {
  makeOwned(folder, runAs);
  const copied = join(folder, 'native');
  if (!existsSync(copied)) copyWhole(binaries.root, copied);
  return { folder, binaries: binariesIn(copied), runAs };
}

/** Copies beside its place first, so that whoever is killed meanwhile, or comes at the same moment, finds no half of it. */
function copyWhole(from: string, to: string): void {
  const part = `${to}.${randomBytes(6).toString('hex')}`;
  try {
    cpSync(from, part, { recursive: true, verbatimSymlinks: true });
    renameSync(part, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function makeOwned(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chownSync(folder, runAs.uid, runAs.gid);
}
