import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ends one of PostgreSQL's client connections as pg_terminate_backend does, by a signal to its process; false when there is none. */
export function terminateBackend(dataFolder: string): boolean {
  const pidFile = join(dataFolder, 'postgres/data/postmaster.pid');
  const postmaster = readFileSync(pidFile, 'utf8').split('\n')[0];
  const backends = readdirSync('/proc').filter((pid) => {
    try {
      if (!/^\d+$/.test(pid) || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(`) S ${postmaster} `))
        return false;
      return /commons_(app|service)/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch {
      // It ended while it was looked at.
      return false;
    }
  });
  const victim = backends[Math.floor(Math.random() * backends.length)];
  if (victim === undefined) return false;
  process.kill(Number(victim), 'SIGTERM');
  return true;
}
