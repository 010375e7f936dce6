import type { PendingQuery, ReservedSql, Row } from 'postgres';
import { ConnectionLostError } from './context-errors.ts';
import type { Lease } from './lease.ts';
import type { SendableParameter } from './sendable-parameters.ts';

/** A query of the driver, which is sent when it is first awaited or executed. */
export type DriverQuery = PendingQuery<Row[]>;

/**
 * postgres.js 3.4.9 sends a prepared query again, by itself, when its table has changed: behind what is in the pipeline by then, which
 * may be the commit. This makes it fail instead; the version is pinned for its sake.
 */
const neverRetried: PropertyDescriptor &
  ThisType<DriverQuery & { cancelled: unknown; reject(error: unknown): void }> = {
  get: () => undefined,
  set(error: unknown) {
    this.cancelled = true;
    this.reject(error);
  },
};

/** The first error among some queries; what fails after it in the same transaction fails because of it. */
export class FirstFailure {
  #error: { cause: unknown } | undefined;

  note(cause: unknown): void {
    this.#error ??= { cause };
  }

  get happened(): boolean {
    return this.#error !== undefined;
  }

  get error(): unknown {
    return this.#error?.cause;
  }
}

/**
 * The queries of one transaction. They go out in the order in which they are sent, without one waiting for another; each is
 * answered on its own, and after one that failed PostgreSQL refuses the rest until the transaction ends.
 */
export class Pipeline {
  readonly #sql: ReservedSql;
  readonly #lease: Lease;
  #unanswered = 0;
  #onAllAnswered: (() => void) | undefined;

  constructor(sql: ReservedSql, lease: Lease) {
    this.#sql = sql;
    this.#lease = lease;
  }

  /** Builds a query without sending it. */
  build(text: string, parameters: SendableParameter[], prepare: boolean): DriverQuery {
    // Without `simple: false` postgres.js would send one without parameters so that a string may hold several statements.
    const query = this.#sql.unsafe<Row[]>(text, parameters as never[], { prepare, simple: false } as never);
    return Object.defineProperty(query, 'retried', neverRetried);
  }

  /** Sends a statement of ours. */
  send(text: string, parameters: string[], failure: FirstFailure): DriverQuery {
    if (this.#lease.isLost) throw new ConnectionLostError();
    const query =
      parameters.length === 0 ? this.#sql.unsafe<Row[]>(text) : this.build(text, parameters, true);
    query.execute();
    this.follow(query, failure);
    return query;
  }

  /** Notes when a query that has been sent is answered, and how. */
  follow(query: DriverQuery, failure: FirstFailure): void {
    this.#unanswered += 1;
    const answered = () => {
      this.#unanswered -= 1;
      if (this.#unanswered === 0) this.#onAllAnswered?.();
    };
    // The driver's own `then` would send the query once more.
    Promise.prototype.then.call(query, answered, (error: unknown) => {
      failure.note(error);
      answered();
    });
  }

  /** Settles when every query that was sent has been answered. */
  allAnswered(): Promise<void> {
    if (this.#unanswered === 0) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onAllAnswered = resolve;
    return this.#lease.orLoss(promise);
  }
}
