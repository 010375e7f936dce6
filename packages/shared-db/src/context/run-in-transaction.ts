import { PostgresJsDatabase, PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { ReservedSql, Sql } from 'postgres';
import type { ConnectionPool } from './connection-pool.ts';
import { ContextScope, refuseNesting } from './context-scope.ts';
import { GuardedClient } from './guarded-client.ts';
import type { Lease } from './lease.ts';
import { NarrowInsertDialect } from './narrow-insert-dialect.ts';
import { type DriverQuery, FirstFailure, Pipeline } from './pipeline.ts';
import { isUnsent, QueryList } from './query-list.ts';

/** A Drizzle handle inside one context: one transaction, one identity, unusable once its callback has settled. */
export type Tx = PostgresJsDatabase<Record<string, never>>;

/** The statement that precedes a transaction's first query, for example the one that sets the identity. */
export interface Opening {
  text: string;
  parameters: string[];
  /**
   * Whether the login may do nothing without it. Only then is it sent together with what follows: whatever went wrong, a query
   * that ran without it would be refused.
   */
  givesAllRights: boolean;
}

// What a query has set for the whole session, with set_config for example, is not the next caller's. In a transaction of its own, so
// that it lasts, and one string, so that a pooler sends it to the connection on which the rest follows.
const cleanBegin = 'begin; reset all; commit; begin';

/**
 * Whether what went wrong may be what somebody left on the connection: a role, an identity, other prepared statements, or statements
 * that were prepared for a table as it was before a migration, each of which would fail once.
 */
function isTamperedWith(gate: FirstFailure, failure: FirstFailure): boolean {
  const [opening, later] = [gate.error, failure.error].map((error) =>
    error instanceof Error && 'code' in error ? String(error.code) : '',
  );
  // A session that has ended, or an id that is none, is the caller's affair.
  return (
    (gate.happened && !/^(?:CM|22)/.test(opening ?? '')) || /^(?:0A000|26000|42P05|55000)$/.test(later ?? '')
  );
}

const dialect = new NarrowInsertDialect();

/**
 * Runs `work` in one short transaction on a connection of its own; commits when it resolves, rolls back when it throws.
 *
 * BEGIN, the opening and the first query share a round trip. When `work` returns a Drizzle query that it has not awaited, that
 * query is the whole transaction, and COMMIT shares the round trip as well.
 */
export function runInTransaction<T>(
  pool: ConnectionPool,
  opening: Opening,
  work: (tx: Tx) => PromiseLike<T>,
): Promise<T> {
  refuseNesting();
  return pool.lend((sql, lease) => transact(sql, lease, opening, work));
}

async function transact<T>(
  sql: ReservedSql,
  lease: Lease,
  opening: Opening,
  work: (tx: Tx) => PromiseLike<T>,
): Promise<T> {
  const scope = new ContextScope(lease);
  const pipeline = new Pipeline(sql, lease);
  const [gate, failure] = [new FirstFailure(), new FirstFailure()];
  let end: DriverQuery | undefined;
  let outcome: PromiseSettledResult<T>;
  let ending: string | undefined;
  try {
    pipeline.send(cleanBegin, [], gate);
    const opened = pipeline.send(opening.text, opening.parameters, gate);
    if (!opening.givesAllRights) await lease.orLoss(opened);
    const client = new GuardedClient(pipeline, scope, failure, sql.options);
    const commit = () => {
      end = pipeline.send('commit', [], new FirstFailure());
      scope.end();
    };
    const running = scope.enter(() => start(client, work, opening.givesAllRights ? commit : undefined));
    [outcome] = await Promise.allSettled([lease.orLoss(running)]);
    scope.end();
    const failed = outcome.status === 'rejected' || failure.happened;
    end ??= pipeline.send(failed ? 'rollback' : 'commit', [], new FirstFailure());
    // What is still on its way would be answered to the next borrower.
    await pipeline.allAnswered();
    ending = (await end).command;
  } catch (error) {
    lease.isSuspect = true;
    throw gate.happened ? gate.error : error;
  } finally {
    // When the connection is lost, the callback may go on.
    scope.end();
    if (isTamperedWith(gate, failure)) lease.isSuspect = true;
  }
  if (gate.happened) throw gate.error;
  if (outcome.status === 'rejected') throw rootCause(outcome.reason, failure);
  if (failure.happened) throw failure.error;
  if (ending !== 'COMMIT') throw new Error('The transaction was rolled back, nobody has said why.');
  return outcome.value;
}

/** Calls `work`; a query or a list of them that it returns unsent, having sent none, goes out followed by `commit`. */
function start<T>(
  client: GuardedClient,
  work: (tx: Tx) => PromiseLike<T>,
  commit: (() => void) | undefined,
): Promise<T> {
  // Safe because a session asks of its client no more than GuardedClient has.
  const session = new PostgresJsSession(client as unknown as Sql, dialect, undefined);
  return new Promise((resolve, reject) => {
    const returned = work(new PostgresJsDatabase(dialect, session, undefined));
    if (!commit || client.hasBegun || !isUnsent(returned)) return resolve(returned);
    client.sendAtOnce(returned instanceof QueryList ? returned.length : 1, commit);
    returned.then(resolve, reject);
    client.sendWhenAwaited();
  });
}

/** A query that only failed because the transaction had failed before is not what went wrong. */
function rootCause(error: unknown, { happened, error: first }: FirstFailure): unknown {
  return isAftermath(error) && happened ? first : error;
}

/** Whether a query failed only because the transaction had failed before. */
export function isAftermath(error: unknown): boolean {
  const original = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return original instanceof Error && 'code' in original && original.code === '25P02';
}
