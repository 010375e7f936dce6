import { ConnectionPool, type PoolOptions } from './connection-pool.ts';
import { runInTransaction, type Tx } from './run-in-transaction.ts';

/** Whose identity a context carries, and what an audit row says about the request behind it. */
export interface Caller {
  userId: string;
  app?: string | undefined;
  requestId?: string | undefined;
  ipAddress?: string | undefined;
  userAgent?: string | undefined;
}

/** The database as requests see it: there is no way to run a query without an identity. */
export interface Database {
  /** Runs `work` as this person, in one short transaction. Never await anything but the database inside. */
  asUser<T>(caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` without an identity: only what is granted to everybody. */
  asAnon<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Ends every connection. */
  close(): Promise<void>;
}

/**
 * Opens the pool that requests use, with the app login.
 *
 * @example
 * const database = openDatabase({ url: logins.app });
 * const mine = await database.asUser({ userId }, (tx) => tx.select({ id: notes.id }).from(notes));
 */
export function openDatabase(options: PoolOptions): Database {
  return databaseOn(new ConnectionPool(options));
}

/** The same on a pool that the caller has made. */
export function databaseOn(pool: ConnectionPool): Database {
  return {
    asUser: ({ userId, ...request }, work) => {
      const about = JSON.stringify(request);
      return runInTransaction(
        pool,
        (transaction) => transaction`select app.open_context('authenticated', ${userId}::uuid, ${about})`,
        work,
      );
    },
    asAnon: (work) =>
      runInTransaction(pool, (transaction) => transaction`select app.open_context('anon', null, '{}')`, work),
    close: () => pool.close(),
  };
}
