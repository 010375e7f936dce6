import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { type Check, ok, wrong } from '../check.ts';

const leastBytes = 1_000_000_000;
const inGb = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/** There is space where the embedded database and the backups lie. */
export const disk: Check = {
  name: 'disk',
  run: async ({ dataFolder }) => {
    const { bavail, bsize } = await statfs(existsSync(dataFolder) ? dataFolder : '.');
    const free = bavail * bsize;
    if (free >= leastBytes) return ok(`${inGb(free)} free at ${dataFolder}`);
    return wrong(
      `only ${inGb(free)} free at ${dataFolder}`,
      'Free some space; PostgreSQL stops when it runs out.',
    );
  },
};
