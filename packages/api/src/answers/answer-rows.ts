import type { Tx } from '@commons/shared-db';
import { and, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core';

/** A table of which some rows are answers that a model writes piece by piece. */
export type AnswerTable = PgTable &
  Record<'id' | 'content' | 'status' | 'leaseExpiresAt' | 'errorCode', PgColumn>;

/** What became of an answer. */
export type AnswerStatus = 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'error';

/** An answer as its writer knows it. */
export interface Written {
  id: string;
  text: string;
}

/** How an answer ended. */
export interface AnswerEnd {
  status: Exclude<AnswerStatus, 'streaming'>;
  errorCode: string | null;
}

/** How long a writer may be silent before its answer counts as interrupted. */
const leaseMs = 6_000;

/** The lease of an answer that is written now; for the row that begins it. */
export const leaseUntil = (): SQL => sql`now() + make_interval(secs => ${leaseMs / 1_000})`;

/** The statements that an answer's row goes through. */
export class AnswerRows<Table extends AnswerTable> {
  readonly #table: Table;

  /** For the answers of one table. */
  constructor(table: Table) {
    this.#table = table;
  }

  /** The row is being written, and by the one who wrote what it says. */
  stillMine({ id, text }: Written): SQL | undefined {
    // A writer that lost its lease and does not know may meet its successor here: only one of them finds its own text.
    return and(
      this.#stillStreaming(id),
      sql`octet_length(${this.#table.content}) = ${Buffer.byteLength(text)}`,
    );
  }

  /**
   * Adds text to a running answer and renews its lease; answers no row when it is not this writer's any more. Not awaited here: as the
   * one query of a context it shares its round trip with the commit.
   */
  append(tx: Tx, answer: Written, text: string): PromiseLike<{ id: unknown }[]> {
    const values = { content: sql`${this.#table.content} || ${text}`, leaseExpiresAt: leaseUntil() };
    // Text is not worth a wait for the disk: only a crash of PostgreSQL itself loses what was appended in the last half second.
    const soon = sql`set_config('synchronous_commit', 'off', true) = 'off'`;
    return this.#update(tx, values, and(this.stillMine(answer), soon));
  }

  /** Ends a running answer, with what else its row says then, unless somebody else has ended it before. */
  async end(
    tx: Tx,
    answer: Written,
    { status, errorCode }: AnswerEnd,
    more: PgUpdateSetSource<Table> = {},
  ): Promise<void> {
    await this.#update(tx, { ...more, status, errorCode, leaseExpiresAt: null }, this.stillMine(answer));
  }

  /** Stops an answer that another process writes; which has to be told, or notices when it next writes. */
  async stopElsewhere(tx: Tx, id: string): Promise<void> {
    await this.#update(tx, { status: 'stopped', leaseExpiresAt: null }, this.#stillStreaming(id));
  }

  /** Ends an answer whose writer has gone. */
  async endAbandoned(tx: Tx, id: string): Promise<void> {
    const abandoned = and(this.#stillStreaming(id), sql`${this.#table.leaseExpiresAt} < now()`);
    await this.#update(tx, { status: 'interrupted', leaseExpiresAt: null }, abandoned);
  }

  /** Makes an answer that broke off a running one again; false when it runs or is complete. */
  async reopen(tx: Tx, id: string): Promise<boolean> {
    const { status, leaseExpiresAt } = this.#table;
    const brokenOff = or(
      inArray(status, ['stopped', 'interrupted', 'error']),
      lt(leaseExpiresAt, sql`now()`),
    );
    const values = { status: 'streaming', errorCode: null, leaseExpiresAt: leaseUntil() };
    return (await this.#update(tx, values, and(eq(this.#table.id, id), brokenOff))).length > 0;
  }

  #stillStreaming(id: string): SQL | undefined {
    return and(eq(this.#table.id, id), eq(this.#table.status, 'streaming'));
  }

  #update(tx: Tx, values: object, condition: SQL | undefined): PromiseLike<{ id: unknown }[]> {
    return (
      tx
        .update(this.#table as PgTable)
        // Safe because AnswerTable has these columns.
        .set(values as PgUpdateSetSource<PgTable>)
        .where(condition)
        .returning({ id: this.#table.id })
    );
  }
}
