import { types } from 'node:util';
import type { ConnectionPool } from './connection-pool.ts';
import { refuseNesting } from './context-scope.ts';
import { type Opening, runInTransaction, type Tx } from './run-in-transaction.ts';
import { type Outcome, runTogether } from './run-together.ts';

/** Runs a callback as `asUser` does, perhaps in one transaction with others of the same caller; `name` says which callback it is. */
export type RunJointly = <T>(name: string, work: (tx: Tx) => PromiseLike<T>) => Promise<T>;

interface Part {
  name: string;
  work: (tx: Tx) => PromiseLike<unknown>;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
}

/** Few enough that twenty queries still run on several connections. */
const partsMax = 8;
/** What takes longer gains more from running at the same time than from sharing a round trip. */
const slowMs = 100;
const apartForMs = 60_000;

/**
 * Lets callbacks that one caller starts at the same moment share a transaction and its round trip, when each is one query. None
 * notices another: when a query is refused its callback fails, and the others run again, each by itself.
 */
export class JointContexts {
  readonly #pool: ConnectionPool;
  /** Which callbacks run by themselves, and until when. Their names are few: those of procedures. */
  readonly #apart = new Map<string, number>();

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  /** For one caller, whose `opening` begins every transaction. */
  openedBy(opening: Opening): RunJointly {
    let waiting: Part[] = [];
    const flush = () => {
      const parts = waiting;
      waiting = [];
      for (let next = 0; next < parts.length; next += partsMax) {
        void this.#run(opening, parts.slice(next, next + partsMax));
      }
    };
    return (name, work) => {
      if (types.isAsyncFunction(work) || (this.#apart.get(name) ?? 0) > performance.now()) {
        return runInTransaction(this.#pool, opening, work);
      }
      refuseNesting();
      return new Promise((resolve, reject) => {
        // Comes once no promise is ready to go on, which is when all calls of a batch have come as far as this.
        if (waiting.length === 0) process.nextTick(flush);
        waiting.push({ name, work, resolve, reject });
      });
    };
  }

  async #run(opening: Opening, parts: readonly Part[]): Promise<void> {
    const [only] = parts;
    if (only && parts.length === 1) return this.#runApart(opening, only);
    const { outcomes, tookMs } = await runTogether(
      this.#pool,
      opening,
      parts.map(({ work }) => work),
    );
    // The one for whose sake others have to run again is likely to be so the next time.
    const isHindrance = outcomes.includes('apart')
      ? (outcome: Outcome) => outcome !== 'apart'
      : () => tookMs > slowMs;
    for (const [index, part] of parts.entries()) {
      const outcome = outcomes[index] ?? 'apart';
      if (isHindrance(outcome)) this.#apart.set(part.name, performance.now() + apartForMs);
      if (outcome === 'apart') this.#runApart(opening, part);
      else if (outcome.status === 'fulfilled') part.resolve(outcome.value as never);
      else part.reject(outcome.reason);
    }
  }

  #runApart(opening: Opening, { work, resolve, reject }: Part): void {
    runInTransaction(this.#pool, opening, work).then((value) => resolve(value as never), reject);
  }
}
