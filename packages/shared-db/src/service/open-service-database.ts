import { ConnectionPool, type PoolOptions, type PoolUsage } from '../context/connection-pool.ts';
import { runInTransaction, type Tx } from '../context/run-in-transaction.ts';

/** The database as the few privileged paths see it: a login of its own, with just the rights that tables grant to it. */
export interface ServiceDatabase {
  /** Runs `work` with the service login, in one short transaction; `why` is kept in the connection's name while it runs. */
  asService<T>(why: string, work: (tx: Tx) => PromiseLike<T>): Promise<T>;
  /** How busy its pool is. */
  usage(): PoolUsage;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Opens the small pool of the service login. */
export function openServiceDatabase(options: PoolOptions): ServiceDatabase {
  const pool = new ConnectionPool({ max: 4, ...options });
  return {
    asService: (why, work) =>
      runInTransaction(
        pool,
        {
          text: "select set_config('application_name', $1, true)",
          parameters: [`commons: ${why}`],
          givesAllRights: false,
        },
        work,
      ),
    usage: () => pool.usage(),
    close: () => pool.close(),
  };
}
