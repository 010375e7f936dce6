import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, isPostgres } from './is-alive.ts';

/**
 * Removes the note of a PostgreSQL that runs no more. To PostgreSQL itself a killed process that nobody has reaped yet is alive, and in
 * some containers nobody ever does; and after the machine went down, its id may be that of any other process.
 */
export function forgetDeadPostmaster(data: string): void {
  const pid = runningPid(data);
  if (pid && !(isAlive(pid) && isPostgres(pid))) rmSync(postmasterFile(data), { force: true });
}

const settleMs = 60_000;
const lookMs = 50;

/** Waits while PostgreSQL begins or ends, as another process may have told it a moment ago. */
export async function untilSettled(data: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < settleMs && isOnItsWay(data); waitedMs += lookMs) await wait(lookMs);
}

/**
 * Waits until this PostgreSQL has ended. Its own tool would wait for one that another process starts in the same place meanwhile.
 *
 * @throws when that takes too long
 */
export async function untilEnded(data: string, pid: number): Promise<void> {
  for (let waitedMs = 0; runningPid(data) === pid && isAlive(pid); waitedMs += lookMs) {
    if (waitedMs >= settleMs) throw new Error(`The embedded PostgreSQL (process ${pid}) does not end.`);
    await wait(lookMs);
  }
}

function isOnItsWay(data: string): boolean {
  const { length, 7: state = '' } = readPostmasterFile(data);
  return length > 0 && !/^(ready|standby)/.test(state);
}

/** Its process, or 0 when it does not run. */
export const runningPid = (data: string): number => Number(readPostmasterFile(data)[0] ?? 0);

/** The port that it listens on. */
export const runningPort = (data: string): number => Number(readPostmasterFile(data)[3]);
const postmasterFile = (data: string) => join(data, 'postmaster.pid');

/** The lines in which a running PostgreSQL says how to find it; none when it does not run. */
function readPostmasterFile(data: string): string[] {
  try {
    return readFileSync(postmasterFile(data), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
