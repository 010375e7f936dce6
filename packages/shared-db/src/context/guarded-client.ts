import type { Sql } from 'postgres';
import type { ContextScope } from './context-scope.ts';
import { type DriverQuery, FirstFailure, type Pipeline } from './pipeline.ts';
import { refuseSessionStatement } from './refuse-session-statement.ts';
import { sendableParameters } from './sendable-parameters.ts';

// The member of postgres.js 3.4.9 that makes a query run when it is first awaited; the version is pinned for its sake.
interface LazyQuery {
  handle: (...args: unknown[]) => unknown;
}

/**
 * What Drizzle is given in place of a postgres.js client: it sends on one transaction, and throws once `scope` has ended, when a query
 * is built and again when it is sent. postgres.js itself would send a late query on the same connection: into the next
 * person's transaction.
 */
export class GuardedClient {
  /** Drizzle reads parsers and serialisers from here. */
  readonly options: Sql['options'];
  /** Whether anything was asked of it yet. */
  hasBegun = false;
  readonly #pipeline: Pipeline;
  readonly #scope: ContextScope;
  readonly #failure: FirstFailure;
  readonly #savepoints: { count: number };
  #atOnce = 0;
  #onSent: (() => void) | undefined;

  constructor(
    pipeline: Pipeline,
    scope: ContextScope,
    failure: FirstFailure,
    options: Sql['options'],
    savepoints = { count: 0 },
  ) {
    this.#pipeline = pipeline;
    this.#scope = scope;
    this.#failure = failure;
    this.options = options;
    this.#savepoints = savepoints;
  }

  /** Builds a query; its parameters are checked now, its text may hold one statement only. */
  unsafe(text: string, values: readonly unknown[] = []): DriverQuery {
    this.#scope.check();
    this.hasBegun = true;
    refuseSessionStatement(text);
    const parameters = sendableParameters(values);
    const query = this.#pipeline.build(text, parameters, this.#scope.lease.prepared.admit(text));
    this.#guard(query as unknown as LazyQuery, query);
    if (this.#atOnce > 0) {
      this.#atOnce -= 1;
      query.execute();
      if (this.#atOnce === 0) this.#onSent?.();
    }
    return query;
  }

  /** Sends so many queries as soon as they are built, and after the last of them calls `onSent`. */
  sendAtOnce(count: number, onSent: () => void): void {
    this.#atOnce = count;
    this.#onSent = onSent;
  }

  /** The next query is sent as any other. */
  sendWhenAwaited(): void {
    this.#atOnce = 0;
  }

  /** Drizzle opens a nested transaction with `begin`; inside a transaction that is a savepoint. */
  begin<T>(work: (inner: GuardedClient) => Promise<T>): Promise<T> {
    return this.savepoint(work);
  }

  /** Runs `work` between a savepoint and, when it fails, the way back to it. */
  async savepoint<T>(work: (inner: GuardedClient) => Promise<T>): Promise<T> {
    this.#scope.check();
    this.hasBegun = true;
    const { lease } = this.#scope;
    const name = `s${this.#savepoints.count++}`;
    await lease.orLoss(this.#pipeline.send(`savepoint ${name}`, [], this.#failure));
    const failure = new FirstFailure();
    const inner = new GuardedClient(this.#pipeline, this.#scope, failure, this.options, this.#savepoints);
    try {
      const result = await lease.orLoss(work(inner));
      if (failure.happened) throw failure.error;
      return result;
    } catch (error) {
      if (!this.#scope.isOpen || lease.isLost) throw error;
      await lease.orLoss(this.#pipeline.send(`rollback to ${name}`, [], this.#failure));
      throw error;
    }
  }

  #guard(lazy: LazyQuery, query: DriverQuery): void {
    const send = lazy.handle.bind(query);
    let sent = false;
    lazy.handle = (...args) => {
      if (sent) return send(...args);
      this.#scope.check();
      sent = true;
      const sending = send(...args);
      this.#pipeline.follow(query, this.#failure);
      return sending;
    };
  }
}
