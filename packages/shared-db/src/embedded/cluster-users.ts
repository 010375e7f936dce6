import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './is-alive.ts';

let notes = 0;

/**
 * Notes that this process uses the cluster below `folder`. The returned function takes the note back and says whether nobody else
 * uses it any more: whoever leaves last stops it, whoever started it.
 */
export function joinCluster(folder: string): () => boolean {
  const users = join(folder, 'used-by');
  mkdirSync(users, { recursive: true });
  notes += 1;
  const own = `${process.pid}.${notes}`;
  writeFileSync(join(users, own), '');
  return () => {
    rmSync(join(users, own), { force: true });
    // A process that was killed has left its note behind.
    const others = readdirSync(users).filter((note) => isAlive(Number.parseInt(note, 10)));
    return others.length === 0;
  };
}
