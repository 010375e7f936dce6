import { constants } from 'node:os';
import type { ProvidedDatabase } from './provide-database.ts';

/**
 * Stops the database and ends the process when somebody stops it, so that an embedded one is not left running; until this is disposed
 * of. A second signal ends the process at once.
 */
export function leaveOnSignal(provided: Pick<ProvidedDatabase, 'stop'>): Disposable {
  const leave = (signal: 'SIGINT' | 'SIGTERM') => {
    forget();
    const end = () => process.exit(128 + constants.signals[signal]);
    provided.stop().then(end, end);
  };
  const forget = () => void process.off('SIGINT', leave).off('SIGTERM', leave);
  process.on('SIGINT', leave).on('SIGTERM', leave);
  return { [Symbol.dispose]: forget };
}
