import type { Notice, ReservedSql } from 'postgres';
import { PoolTimeoutError } from './context-errors.ts';
import { Lease } from './lease.ts';
import { PooledConnection } from './pooled-connection.ts';

/** How a pool connects and how large it may grow. */
export interface PoolOptions {
  url: string;
  /** Most connections at once. */
  max?: number;
  /** How long a caller waits for a free connection. */
  waitTimeoutMs?: number;
  /** How long a caller may keep a connection, which is then cut off: longer than its login's `statement_timeout`. */
  leaseMaxMs?: number;
  /** Whether queries that come again are prepared; unless said, they are, but for an address with `prepare=false`. */
  prepare?: boolean | undefined;
  /** Shown by PostgreSQL in pg_stat_activity. */
  applicationName?: string;
  /** Called for notices; 25001 and 25P01 mean that a transaction was lost and must be alarmed. */
  onNotice?: (notice: Notice) => void;
}

/** How busy a pool is. */
export interface PoolUsage {
  max: number;
  /** Lent to somebody. */
  inUse: number;
  /** Callers that wait for a connection. */
  waiting: number;
}

interface Waiter {
  give: (connection: PooledConnection) => void;
  refuse: (reason: Error) => void;
  timer: NodeJS.Timeout;
}

const idleMaxMs = 60_000;
const ageMaxMs = 30 * 60_000;
const sweepMs = 15_000;

/**
 * A pool of clients with one connection each, lent to one caller at a time. A shared postgres.js pool matches answers to
 * questions by position, so one caller's fault can reach another; a client of one's own cannot. For the same reason a client
 * is never reconnected: what a lost transaction still sends would run in the next one on that client.
 */
export class ConnectionPool {
  readonly #options: PoolOptions;
  readonly #max: number;
  readonly #waitTimeoutMs: number;
  readonly #leaseMaxMs: number;
  readonly #connections = new Set<PooledConnection>();
  readonly #waiting: Waiter[] = [];
  readonly #leases = new Map<PooledConnection, Lease>();
  readonly #sweep: NodeJS.Timeout;
  #idle: PooledConnection[] = [];
  #closed = false;
  #onAllBack: (() => void) | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#max = options.max ?? 10;
    this.#waitTimeoutMs = options.waitTimeoutMs ?? 5_000;
    this.#leaseMaxMs = options.leaseMaxMs ?? 60_000;
    this.#sweep = setInterval(() => this.#retireIdle(), sweepMs).unref();
  }

  /** Lends a connection to `work` and takes it back when `work` settles. */
  async lend<T>(work: (sql: ReservedSql, lease: Lease) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    const lease = new Lease(connection.prepared);
    this.#leases.set(connection, lease);
    // Whatever the reason, such as a backend that hangs: a connection out of step would be missing for good.
    const overdue = setTimeout(() => this.#drop(connection), this.#leaseMaxMs).unref();
    try {
      const sql = connection.sql ?? (await this.#connected(connection));
      return await work(sql, lease);
    } finally {
      clearTimeout(overdue);
      this.#leases.delete(connection);
      if (lease.isSuspect) this.#drop(connection);
      this.#giveBack(connection);
    }
  }

  usage(): PoolUsage {
    return { max: this.#max, inUse: this.#leases.size, waiting: this.#waiting.length };
  }

  /** Refuses those who wait, and ends every connection; running transactions get `timeoutMs` to finish. */
  async close(timeoutMs = 5_000): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweep);
    for (const { refuse, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      refuse(poolIsClosed());
    }
    if (this.#leases.size > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#onAllBack = resolve;
      const timer = setTimeout(resolve, timeoutMs);
      await promise;
      clearTimeout(timer);
    }
    for (const connection of this.#leases.keys()) this.#drop(connection);
    const idle = [...this.#connections];
    this.#connections.clear();
    await Promise.all(idle.map((connection) => connection.end()));
  }

  #take(): Promise<PooledConnection> {
    if (this.#closed) return Promise.reject(poolIsClosed());
    const connection = this.#available();
    if (connection) return Promise.resolve(connection);
    return new Promise((give, refuse) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        refuse(new PoolTimeoutError(this.#waitTimeoutMs));
      }, this.#waitTimeoutMs);
      const waiter: Waiter = { give, refuse, timer };
      this.#waiting.push(waiter);
    });
  }

  #available(): PooledConnection | undefined {
    return this.#idle.pop() ?? (this.#connections.size < this.#max ? this.#open() : undefined);
  }

  #open(): PooledConnection {
    const connection = new PooledConnection(this.#options, () => this.#drop(connection));
    this.#connections.add(connection);
    return connection;
  }

  async #connected(connection: PooledConnection): Promise<ReservedSql> {
    try {
      return await connection.connect();
    } catch (error) {
      this.#drop(connection);
      throw error;
    }
  }

  #giveBack(connection: PooledConnection): void {
    if (this.#connections.has(connection)) {
      connection.idleSince = performance.now();
      if (connection.idleSince - connection.openedAt > ageMaxMs) this.#retire(connection);
      else this.#idle.push(connection);
    }
    if (this.#closed && this.#leases.size === 0) this.#onAllBack?.();
    if (this.#waiting.length === 0) return;
    const next = this.#available();
    if (!next) return;
    const waiter = this.#waiting.shift();
    clearTimeout(waiter?.timer);
    waiter?.give(next);
  }

  #retireIdle(): void {
    const since = performance.now() - idleMaxMs;
    for (const connection of this.#idle.filter(({ idleSince }) => idleSince < since))
      this.#retire(connection);
  }

  /** Ends a connection that nobody uses. */
  #retire(connection: PooledConnection): void {
    this.#remove(connection);
    void connection.end();
  }

  /** Gives up a connection that is lost, or that is not to be trusted any more. */
  #drop(connection: PooledConnection): void {
    this.#remove(connection);
    this.#leases.get(connection)?.lose();
    connection.destroy();
  }

  #remove(connection: PooledConnection): void {
    this.#connections.delete(connection);
    this.#idle = this.#idle.filter((idle) => idle !== connection);
  }
}

const poolIsClosed = () => new Error('The database pool is closed.');
