import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { TransactionSql } from 'postgres';
import type { ConnectionPool } from './connection-pool.ts';
import { ContextScope, refuseNesting } from './context-scope.ts';
import { guardTransaction } from './guard-transaction.ts';
import { NarrowInsertDialect } from './narrow-insert-dialect.ts';

/** A Drizzle handle inside one context: one transaction, one identity, unusable once its callback has settled. */
export type Tx = PostgresJsDatabase<Record<string, never>>;

const dialect = new NarrowInsertDialect();

/**
 * Runs `work` in one short transaction on a connection of its own; commits when it resolves, rolls back when it throws.
 *
 * @param open sends what must precede the first query, for example the identity
 */
export function runInTransaction<T>(
  pool: ConnectionPool,
  open: (transaction: TransactionSql) => Promise<unknown>,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  refuseNesting();
  return pool.lend(async (client, lease) => {
    const scope = new ContextScope(lease);
    let thrown: unknown;
    const inside = async (transaction: TransactionSql) => {
      await open(transaction);
      const session = new PostgresJsSession(guardTransaction(transaction, scope, client), dialect, undefined);
      return scope.run(() => work(new PostgresJsDatabase(dialect, session, undefined)));
    };
    try {
      const result = await client.begin((transaction) =>
        lease.neverAfterLoss(() =>
          inside(transaction).catch((error: unknown) => {
            thrown = error;
            throw error;
          }),
        ),
      );
      // Safe because begin() resolves with what its callback returned, unless that is an array of queries, which Tx never gives.
      return result as T;
    } catch (error) {
      lease.isSuspect = error !== thrown;
      throw error;
    } finally {
      // When the connection is lost, begin() rejects while the callback goes on.
      scope.end();
    }
  });
}
