import type { Sql, TransactionSql } from 'postgres';
import type { ConnectionLoss } from '../migrate/connection-loss.ts';
import { BackupError } from './backup-format.ts';

/** Runs `work` in one transaction; a connection that is lost on the way is an error that says so. */
export async function wholeTransaction<T>(
  owner: Sql,
  loss: ConnectionLoss,
  mode: string,
  work: (transaction: TransactionSql) => Promise<T>,
): Promise<T> {
  let running: Promise<unknown> | undefined;
  try {
    const result = owner.begin(mode, (transaction) =>
      loss.neverAfter(() => {
        const started = work(transaction);
        running = started;
        return started;
      }),
    );
    // Safe because begin() resolves with what its callback returned, unless that is an array of queries, which `work` never gives.
    return (await loss.orError(result)) as T;
  } catch (error) {
    if (!loss.isLost) throw error;
    // It has noticed as well, and is cleaning up.
    await running?.catch(() => {});
    throw new BackupError(
      'The connection to the database was lost. Nothing was kept or changed; run this again.',
      { cause: error },
    );
  }
}
