import { constants } from 'node:os';
import type { ProvidedDatabase } from './provide-database.ts';

/**
 * Does `work`. When somebody stops the process meanwhile, the database is stopped and the process ends, so that an embedded one is not
 * left running; a second signal ends it at once. What `work` comes to from then on is nobody's: it fails only because of that.
 */
export async function leaveOnSignal<T>(
  provided: Pick<ProvidedDatabase, 'stop'>,
  work: () => Promise<T>,
): Promise<T> {
  let isLeaving = false;
  const leave = (signal: 'SIGINT' | 'SIGTERM') => {
    isLeaving = true;
    forget();
    const end = () => process.exit(128 + constants.signals[signal]);
    provided.stop().then(end, end);
  };
  const forget = () => process.off('SIGINT', leave).off('SIGTERM', leave);
  process.on('SIGINT', leave).on('SIGTERM', leave);
  try {
    return await work();
  } finally {
    if (isLeaving) await new Promise<never>(() => {});
    // Not at once: whoever goes on listens for signals itself by then, and no moment is left in which one just kills.
    setImmediate(forget);
  }
}
