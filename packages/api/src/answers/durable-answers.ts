import type { Tx } from '@commons/shared-db';
import type { TrackedEnvelope } from '@trpc/server';
import { and, eq, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { AppError } from '../errors/app-error.ts';
import { toAppError } from '../errors/to-app-error.ts';
import type { SignedInContext } from '../trpc/procedures.ts';
import { AnswerRows, type AnswerTable } from './answer-rows.ts';
import { answerWords } from './answer-words.ts';
import { type AnswerEvent, type AnswerRow, type AnswerToFollow, followAnswer } from './follow-answer.ts';
import { RunningAnswer } from './running-answer.ts';
import { RunningAnswers } from './running-answers.ts';
import { type AnswerHost, type TextToWrite, type WrittenEnd, writeText } from './write-text.ts';

/** Whose answers these are and where they are kept. */
export interface DurableAnswersOptions<Table extends AnswerTable> {
  app: string;
  table: Table;
  /** Which rows of the table are answers that the caller may follow and stop. */
  mine: (ctx: SignedInContext) => SQL | undefined;
}

/**
 * Answers of a language model that outlive the request, the connection and the process that asked for them: written in the
 * background under a lease, shown only as far as they are stored, followed from any process, stopped from anywhere.
 *
 * @example
 * export const answers = new DurableAnswers({ app: 'chidi', table: messages, mine: ({ user }) => eq(messages.userId, user.id) });
 */
export class DurableAnswers<Table extends AnswerTable> {
  /** What happens to an answer's row. */
  readonly rows: AnswerRows<Table>;
  readonly #running = new RunningAnswers();
  readonly #words: ReturnType<typeof answerWords>;
  readonly #options: DurableAnswersOptions<Table>;

  /** For one table of one app; make it once. */
  constructor(options: DurableAnswersOptions<Table>) {
    this.#options = options;
    this.#words = answerWords(options.app);
    this.rows = new AnswerRows(options.table);
  }

  /** How many this process is writing. */
  get running(): number {
    return this.#running.count;
  }

  /** For the end of the process: lets all finish until it is time to hurry, and then interrupts them. */
  endAll(hurry: AbortSignal): Promise<void> {
    return this.#running.endAll(hurry);
  }

  /**
   * Runs `write` in the background, whether or not anybody is watching; it calls `writeText`, ends the row, and says how. What
   * `ended` does then belongs to the answer no more: readers have gone, and a stop does not reach it.
   */
  start<End>(
    host: AnswerHost,
    answerId: string,
    write: (answer: RunningAnswer) => Promise<End>,
    ended: (end: End) => Promise<void> | void,
  ): void {
    const run = async () => ended(await this.#write(answerId, write));
    run().catch((error: unknown) => {
      // The lease runs out by itself, and then the answer reads as interrupted.
      host.log.error({ code: toAppError(error).code, answerId }, 'an answer could not be written');
    });
  }

  /** Stores what a model says as it says it; undefined when the answer was ended before it began. */
  writeText(host: AnswerHost, text: TextToWrite): Promise<WrittenEnd | undefined> {
    return writeText(host, { rows: this.rows, words: this.#words }, text);
  }

  /** Tells those who follow from other processes that the answer has ended; call it once its row says so. */
  announceEnd(host: AnswerHost, answerId: string): void {
    this.#words.changed.say(host, answerId);
  }

  /** The rest of an answer as it is written, and then how it ended; NOT_FOUND for everybody else's. */
  follow(
    ctx: SignedInContext,
    input: AnswerToFollow,
    signal: AbortSignal,
  ): AsyncGenerator<TrackedEnvelope<AnswerEvent>> {
    const read = () => this.#read(ctx, input.answerId);
    return followAnswer(ctx, { words: this.#words, running: this.#running, read }, input, signal);
  }

  /** Ends a running answer and returns when its row says so; one that has ended already is left as it is. */
  async stop(ctx: SignedInContext, answerId: string): Promise<void> {
    await ctx.asUser(async (tx) => {
      await this.#find(tx, ctx, answerId);
      if (!this.#running.find(answerId)) await this.rows.stopElsewhere(tx, answerId);
    });
    const running = this.#running.find(answerId);
    if (running) {
      running.end('stopped');
      await running.finished;
    } else {
      this.#words.stopped.say(ctx, answerId);
      this.#words.changed.say(ctx, answerId);
    }
  }

  async #write<End>(answerId: string, write: (answer: RunningAnswer) => Promise<End>): Promise<End> {
    // Registered before anything is awaited: whoever knows the answer's id can stop and follow it.
    const answer = new RunningAnswer(answerId);
    using _registered = this.#running.register(answer);
    return await write(answer);
  }

  async #read(ctx: SignedInContext, answerId: string): Promise<AnswerRow> {
    return ctx.asUser((tx) => this.#find(tx, ctx, answerId));
  }

  async #find(tx: Tx, ctx: SignedInContext, answerId: string): Promise<AnswerRow> {
    await this.rows.endAbandoned(tx, answerId);
    const { table, mine } = this.#options;
    const [row] = await tx
      .select({ content: table.content, status: table.status, errorCode: table.errorCode })
      .from(table as PgTable)
      .where(and(eq(table.id, answerId), mine(ctx)));
    if (!row) throw new AppError('NOT_FOUND');
    // Safe because AnswerTable has these columns.
    return row as AnswerRow;
  }
}
