import { ConnectionPool, type PoolOptions, type PoolUsage } from './connection-pool.ts';
import { JointContexts, type RunJointly } from './joint-contexts.ts';
import { type Opening, runInTransaction, type Tx } from './run-in-transaction.ts';

/** Whose identity a context carries, and what an audit row says about the request behind it. */
export interface Caller {
  userId: string;
  /** The session to be proved together with the first query: when it has ended, or is another person's, the context fails with `CM401`. */
  sessionId?: string | undefined;
  app?: string | undefined;
  requestId?: string | undefined;
  ipAddress?: string | undefined;
  userAgent?: string | undefined;
}

/** The database as requests see it: there is no way to run a query without an identity. */
export interface Database {
  /** Runs `work` as this person, in one short transaction. Never await anything but the database inside. */
  asUser<T>(caller: Caller, work: (tx: Tx) => PromiseLike<T>): Promise<T>;
  /** For calls that this person makes at the same moment: those that are one query each may share a transaction. */
  asUserJointly(caller: Caller): RunJointly;
  /** Runs `work` without an identity: only what is granted to everybody. */
  asAnon<T>(work: (tx: Tx) => PromiseLike<T>): Promise<T>;
  /** How busy its pool is. */
  usage(): PoolUsage;
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
  const joint = new JointContexts(pool);
  return {
    asUser: (caller, work) => runInTransaction(pool, openingOf(caller), work),
    asUserJointly: (caller) => joint.openedBy(openingOf(caller)),
    asAnon: (work) => runInTransaction(pool, asAnonOpening, work),
    usage: () => pool.usage(),
    close: () => pool.close(),
  };
}

function openingOf({ userId, sessionId, ...request }: Caller): Opening {
  const about = JSON.stringify(request);
  return sessionId === undefined ? openContext([userId, about]) : openSession([sessionId, userId, about]);
}

const openContext = (parameters: string[]): Opening => ({
  text: "select app.open_context('authenticated', $1::uuid, $2)",
  parameters,
  givesAllRights: true,
});

const openSession = (parameters: string[]): Opening => ({
  text: 'select app.open_session($1::uuid, $2::uuid, $3)',
  parameters,
  givesAllRights: true,
});

const asAnonOpening: Opening = {
  text: "select app.open_context('anon', null, $1)",
  parameters: ['{}'],
  givesAllRights: true,
};
