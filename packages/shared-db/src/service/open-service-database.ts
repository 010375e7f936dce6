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

// As app.open_context does, but in a database without migrations as well: while the service is locked, its work is read-only
// whatever its connection's default has become.
const serviceOpening = `
  select set_config('application_name', $1, true), case when exists (
    select from pg_db_role_setting join pg_database on pg_database.oid = setdatabase
    where setrole = 0 and datname = current_database()
      and exists (select from unnest(setconfig) as preset where starts_with(preset, 'commons.locked_since='))
  ) then set_config('transaction_read_only', 'on', true) end`;

/** Opens the small pool of the service login. */
export function openServiceDatabase(options: PoolOptions): ServiceDatabase {
  const pool = new ConnectionPool({ max: 4, leaseMaxMs: 120_000, ...options });
  return {
    asService: (why, work) =>
      runInTransaction(
        pool,
        {
          text: serviceOpening,
          parameters: [`commons: ${why}`],
          givesAllRights: false,
        },
        work,
      ),
    usage: () => pool.usage(),
    close: () => pool.close(),
  };
}
