import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Notice, type Sql } from 'postgres';
import { PoolTimeoutError } from './context-errors.ts';

/** How a pool connects and how large it may grow. */
export interface PoolOptions {
  url: string;
  /** Most connections at once. */
  max?: number;
  /** How long a caller waits for a free connection. */
  waitTimeoutMs?: number;
  /** Shown by PostgreSQL in pg_stat_activity. */
  applicationName?: string;
  /** Called for notices; 25001 and 25P01 mean that a transaction was lost and must be alarmed. */
  onNotice?: (notice: Notice) => void;
}

type Waiter = { give: (client: Sql) => void; timer: NodeJS.Timeout };

/**
 * A pool of clients with one connection each, lent to one caller at a time. A shared postgres.js pool matches answers to
 * questions by position, so one caller's fault can reach another; a client of one's own cannot.
 */
export class ConnectionPool {
  readonly #options: PoolOptions;
  readonly #max: number;
  readonly #waitTimeoutMs: number;
  readonly #clients: Sql[] = [];
  readonly #idle: Sql[] = [];
  readonly #waiting: Waiter[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#max = options.max ?? 10;
    this.#waitTimeoutMs = options.waitTimeoutMs ?? 5_000;
  }

  /** Lends a client to `work` and takes it back when `work` settles. */
  async lend<T>(work: (client: Sql) => Promise<T>): Promise<T> {
    const client = await this.#take();
    try {
      return await work(client);
    } finally {
      this.#giveBack(client);
    }
  }

  /** Ends every connection; running queries get `timeoutMs` to finish. */
  async close(timeoutMs = 5_000): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#clients.map((client) => client.end({ timeout: timeoutMs / 1_000 })));
  }

  #take(): Promise<Sql> {
    if (this.#closed) return Promise.reject(new Error('The database pool is closed.'));
    const idle = this.#idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.#clients.length < this.#max) return Promise.resolve(this.#connect());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        give: resolve,
        timer: setTimeout(() => {
          this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
          reject(new PoolTimeoutError(this.#waitTimeoutMs));
        }, this.#waitTimeoutMs),
      };
      this.#waiting.push(waiter);
    });
  }

  #giveBack(client: Sql): void {
    const next = this.#waiting.shift();
    if (!next) {
      this.#idle.push(client);
      return;
    }
    clearTimeout(next.timer);
    next.give(client);
  }

  #connect(): Sql {
    const client = postgres(this.#options.url, {
      max: 1,
      idle_timeout: 60,
      connect_timeout: 5,
      fetch_types: false,
      connection: { application_name: this.#options.applicationName ?? 'commons' },
      onnotice: (notice) => this.#options.onNotice?.(notice),
    });
    // Tells the client to leave dates and JSON to Drizzle, which every handle on it then relies on.
    drizzle(client);
    this.#clients.push(client);
    return client;
  }
}
