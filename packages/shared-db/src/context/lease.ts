import { ConnectionLostError } from './context-errors.ts';
import type { PreparedTexts } from './prepared-texts.ts';

/** What a borrower of a connection learns about it: whether it was lost in the meantime. */
export class Lease {
  /** The transaction did not end as it should have, so that the connection had better not be used again. */
  isSuspect = false;
  readonly prepared: PreparedTexts;
  #isLost = false;
  readonly #loss = Promise.withResolvers<never>();

  /** @param prepared what the connection keeps prepared */
  constructor(prepared: PreparedTexts) {
    this.prepared = prepared;
    // Nobody may be waiting for it.
    this.#loss.promise.catch(() => {});
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Says that the connection is gone. */
  lose(): void {
    this.#isLost = true;
    this.#loss.reject(new ConnectionLostError());
  }

  /** What `promise` settles with, or an error as soon as the connection is lost: postgres.js 3.4.9 leaves some queries unanswered then. */
  orLoss<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#loss.promise]);
  }
}
