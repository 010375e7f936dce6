import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Notice, type Sql } from 'postgres';
import { PoolTimeoutError } from './context-errors.ts';
import { Lease } from './lease.ts';

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

type Waiter = { give: (client: Sql) => void; refuse: (reason: Error) => void; timer: NodeJS.Timeout };

/**
 * A pool of clients with one connection each, lent to one caller at a time. A shared postgres.js pool matches answers to
 * questions by position, so one caller's fault can reach another; a client of one's own cannot. For the same reason a client
 * is never reconnected: what a lost transaction still sends would run in the next one on that client.
 */
export class ConnectionPool {
  readonly #options: PoolOptions;
  readonly #max: number;
  readonly #waitTimeoutMs: number;
  readonly #clients = new Set<Sql>();
  readonly #waiting: Waiter[] = [];
  readonly #leases = new Map<Sql, Lease>();
  #idle: Sql[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#max = options.max ?? 10;
    this.#waitTimeoutMs = options.waitTimeoutMs ?? 5_000;
  }

  /** Lends a client to `work` and takes it back when `work` settles. */
  async lend<T>(work: (client: Sql, lease: Lease) => Promise<T>): Promise<T> {
    const client = await this.#take();
    const lease = new Lease();
    this.#leases.set(client, lease);
    try {
      return await work(client, lease);
    } finally {
      this.#leases.delete(client);
      if (lease.isSuspect) this.#forget(client);
      this.#giveBack(client);
    }
  }

  /** Refuses those who wait, and ends every connection; running transactions get `timeoutMs` to finish. */
  async close(timeoutMs = 5_000): Promise<void> {
    this.#closed = true;
    for (const { refuse, timer } of this.#waiting.splice(0)) {
      clearTimeout(timer);
      refuse(poolIsClosed());
    }
    await Promise.all([...this.#clients].map((client) => client.end({ timeout: timeoutMs / 1_000 })));
  }

  #take(): Promise<Sql> {
    if (this.#closed) return Promise.reject(poolIsClosed());
    const client = this.#available();
    if (client) return Promise.resolve(client);
    return new Promise((give, refuse) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        refuse(new PoolTimeoutError(this.#waitTimeoutMs));
      }, this.#waitTimeoutMs);
      const waiter: Waiter = { give, refuse, timer };
      this.#waiting.push(waiter);
    });
  }

  #available(): Sql | undefined {
    return this.#idle.pop() ?? (this.#clients.size < this.#max ? this.#connect() : undefined);
  }

  #giveBack(client: Sql): void {
    if (this.#clients.has(client)) this.#idle.push(client);
    if (this.#waiting.length === 0) return;
    const next = this.#available();
    if (!next) return;
    const waiter = this.#waiting.shift();
    clearTimeout(waiter?.timer);
    waiter?.give(next);
  }

  #connect(): Sql {
    const client: Sql = postgres(this.#options.url, {
      max: 1,
      idle_timeout: 60,
      connect_timeout: 5,
      fetch_types: false,
      connection: { application_name: this.#options.applicationName ?? 'commons' },
      onnotice: (notice) => this.#options.onNotice?.(notice),
      onclose: () => this.#forget(client),
    });
    // Tells the client to leave dates and JSON to Drizzle, which every handle on it then relies on.
    drizzle(client);
    this.#clients.add(client);
    return client;
  }

  #forget(client: Sql): void {
    this.#clients.delete(client);
    this.#idle = this.#idle.filter((idle) => idle !== client);
    this.#leases.get(client)?.lose();
    // Destroys it, so that it refuses whatever its last borrower may still send.
    void client.end({ timeout: 0 });
  }
}

const poolIsClosed = () => new Error('The database pool is closed.');
