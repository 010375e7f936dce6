import type { ReadingRun } from './schemas.ts';

export type Reading = Pick<ReadingRun, 'id' | 'actorName' | 'resource' | 'via'> & { at: Date };

const pauseMs = 10 * 60 * 1_000;

/** Readings, the newest first, as runs: one line for somebody who leafs through the notes. */
export function groupRuns(readings: readonly Reading[]): ReadingRun[] {
  const runs: ReadingRun[] = [];
  for (const { at, ...reading } of readings) {
    const run = runs.at(-1);
    if (run && isSameKind(run, reading) && run.firstAt.getTime() - at.getTime() < pauseMs) {
      run.count += 1;
      run.firstAt = at;
    } else {
      runs.push({ ...reading, count: 1, firstAt: at, lastAt: at });
    }
  }
  return runs;
}

const isSameKind = (one: ReadingRun, other: Omit<Reading, 'at'>): boolean =>
  one.actorName === other.actorName && one.resource === other.resource && one.via === other.via;
