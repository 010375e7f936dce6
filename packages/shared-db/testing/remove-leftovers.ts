import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeClusterHome } from '../src/embedded/cluster-home.ts';
import { isAlive } from '../src/embedded/is-alive.ts';
import { startCluster } from '../src/embedded/start-cluster.ts';

/** Stops and deletes the servers of test runs that were killed before they could do it themselves. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^commons-test-(\d+)$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    if (!isOurs(folder)) continue;
    // Joining and then stopping it is the one way that also works when it is still running.
    await startCluster({ folder, disposable: true }).then(
      (cluster) => cluster.stop(),
      () => {},
    );
    removeClusterHome(folder);
    rmSync(`${folder}.json`, { force: true });
  }
}

// As root the folder belongs to the user that PostgreSQL runs as; others see only their own.
function isOurs(folder: string): boolean {
  const uid = process.getuid?.();
  return uid === undefined || uid === 0 || lstatSync(folder, { throwIfNoEntry: false })?.uid === uid;
}
