import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type ReservedSql, type Sql } from 'postgres';
import type { PoolOptions } from './connection-pool.ts';
import { PreparedTexts } from './prepared-texts.ts';

const booleanType = 16;

// postgres.js 3.4.9 makes false of everything but true itself, of the text 'true' as well. PostgreSQL knows what texts mean.
const serialiseBoolean = (value: unknown) => String(value);

/**
 * One client with one connection, reserved for as long as it lives: queries go out in the order in which they are sent, none
 * waits in the client for a new connection, and the client itself never ends a connection in the middle of a transaction.
 */
export class PooledConnection {
  readonly prepared: PreparedTexts;
  readonly #client: Sql;
  /** Its handle, once it is connected. */
  sql: ReservedSql | undefined;
  readonly openedAt = performance.now();
  idleSince = this.openedAt;

  constructor(options: PoolOptions, onLost: (connection: PooledConnection) => void) {
    // An address can say so as well: that of a pooler in transaction mode does.
    const prepare = options.prepare !== false && new URL(options.url).searchParams.get('prepare') !== 'false';
    this.prepared = new PreparedTexts(prepare);
    this.#client = postgres(options.url, {
      max: 1,
      prepare,
      // The pool retires connections, between transactions.
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      fetch_types: false,
      connection: { application_name: options.applicationName ?? 'commons' },
      onnotice: (notice) => options.onNotice?.(notice),
      onclose: () => onLost(this),
    });
    // Tells the client to leave dates and JSON to Drizzle, which every handle on it then relies on.
    drizzle(this.#client);
    this.#client.options.serializers[booleanType] = serialiseBoolean;
  }

  /** Connects, and answers its handle. */
  async connect(): Promise<ReservedSql> {
    // postgres.js 3.4.9 never hands out a reservation that had to wait for the connection itself.
    await this.#client`select 1`;
    this.sql = await this.#client.reserve();
    return this.sql;
  }

  /** Says goodbye to PostgreSQL; for a connection that nobody uses. */
  async end(): Promise<void> {
    this.sql?.release();
    await this.#client.end({ timeout: 1 });
  }

  /** Cuts it off; it refuses whatever its last borrower may still send. */
  destroy(): void {
    void this.#client.end({ timeout: 0 });
  }
}
