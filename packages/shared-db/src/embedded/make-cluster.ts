import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { keptFile } from '../kept-file.ts';
import type { ClusterHome } from './cluster-home.ts';
import { isAlive } from './is-alive.ts';
import { spawnOptions } from './spawn-options.ts';

const run = promisify(execFile);

/**
 * Makes the files of a cluster beside their place, so that whatever ends this half-way leaves no half of them there; of two processes
 * that do so at the same moment both get the same.
 */
export async function makeCluster(home: ClusterHome, data: string): Promise<void> {
  const passwordFile = passwordOf(home);
  keptFile(passwordFile, () => randomBytes(24).toString('base64url'));
  if (home.runAs) chownSync(passwordFile, home.runAs.uid, home.runAs.gid);
  removeHalves(home);
  halves += 1;
  const half = join(home.folder, `${halfOf}${process.pid}.${halves}`);
  const how = `-U postgres --auth=scram-sha-256 --encoding=UTF8 --locale-provider=builtin --locale=C.UTF-8 --no-instructions`;
  try {
    await run(
      home.binaries.initdb,
      ['-D', half, `--pwfile=${passwordFile}`, ...how.split(' ')],
      spawnOptions(home),
    );
    takePlace(half, data);
  } catch (error) {
    // For one, it refuses a user without a name, as some containers have.
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(
      `The embedded PostgreSQL could not be made: ${reason}. To use another one, set DATABASE_URL.`,
      {
        cause: error,
      },
    );
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** The file with the superuser's password. */
export const passwordOf = (home: ClusterHome): string => join(home.folder, 'password');

/** Whether a cluster was made there. */
export const isWhole = (data: string): boolean => existsSync(join(data, 'PG_VERSION'));

const halfOf = 'making-';
let halves = 0;

/** What processes have left behind that were killed while they made a cluster. */
function removeHalves(home: ClusterHome): void {
  for (const name of readdirSync(home.folder)) {
    if (!name.startsWith(halfOf) || isAlive(Number.parseInt(name.slice(halfOf.length), 10))) continue;
    rmSync(join(home.folder, name), { recursive: true, force: true });
  }
}

/** Gives the files of a cluster their place, unless another process has been faster. */
function takePlace(half: string, data: string): void {
  try {
    renameSync(half, data);
  } catch (error) {
    if (isWhole(data)) return;
    if (!existsSync(data)) throw error;
    rmSync(data, { recursive: true, force: true });
    renameSync(half, data);
  }
}
