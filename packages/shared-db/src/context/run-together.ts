import postgres from 'postgres';
import type { ConnectionPool } from './connection-pool.ts';
import { isUnsent, QueryList } from './query-list.ts';
import { isAftermath, type Opening, runInTransaction, type Tx } from './run-in-transaction.ts';

/** What became of one callback among several: `apart` when nothing of it has happened, so that it has to run by itself. */
export type Outcome = PromiseSettledResult<unknown> | 'apart';

/**
 * Runs callbacks that each return one query unsent in one transaction. When PostgreSQL refuses a query or the commit, everything is
 * rolled back: only a callback whose own query was refused has failed then. A callback that turns out to do more gets the
 * transaction for itself, before the others have sent anything.
 */
export async function runTogether(
  pool: ConnectionPool,
  opening: Opening,
  works: readonly ((tx: Tx) => PromiseLike<unknown>)[],
): Promise<{ outcomes: Outcome[]; tookMs: number }> {
  let begunAt: number | undefined;
  let list: QueryList | undefined;
  let busy: number | undefined;
  const begin = (tx: Tx): PromiseLike<unknown> => {
    begunAt = performance.now();
    const queries: PromiseLike<unknown>[] = [];
    for (const [index, work] of works.entries()) {
      const returned = work(tx);
      if (isUnsent(returned)) queries.push(returned);
      else {
        busy = index;
        return returned;
      }
    }
    list = new QueryList(queries);
    return list;
  };
  const ended = (outcomes: Outcome[]) => ({ outcomes, tookMs: performance.now() - (begunAt ?? Infinity) });
  const ofBusy = (outcome: Outcome) => works.map((_, index) => (index === busy ? outcome : 'apart'));
  try {
    const value = await runInTransaction<unknown>(pool, opening, begin);
    return ended(list?.settled ?? ofBusy({ status: 'fulfilled', value }));
  } catch (reason) {
    const failed = { status: 'rejected', reason } as const;
    // Without a connection nobody has one, and what a lost one has done nobody knows.
    if (begunAt === undefined || (list && !isRefusal(reason))) return ended(works.map(() => failed));
    if (list) return ended(list.settled.map((outcome) => (isOwnFailure(outcome) ? outcome : 'apart')));
    return ended(ofBusy(failed));
  }
}

/** Whether PostgreSQL answered with an error, so that nothing of the transaction stays. */
function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR';
}

function isOwnFailure(outcome: PromiseSettledResult<unknown>): boolean {
  return outcome.status === 'rejected' && !isAftermath(outcome.reason);
}
