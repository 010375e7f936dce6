import { ClosedContextError } from './context-errors.ts';

/** What a borrower of a connection learns about it: whether it was lost in the meantime. */
export class Lease {
  /** The transaction did not end as it should have, so that the connection had better not be used again. */
  isSuspect = false;
  #isLost = false;
  readonly #loss = Promise.withResolvers<void>();

  get isLost(): boolean {
    return this.#isLost;
  }

  /** Says that the connection is gone. */
  lose(): void {
    this.#isLost = true;
    this.#loss.resolve();
  }

  /**
   * What `work` settles with, unless the connection is lost by then: in that case it never settles. postgres.js 3.4.9 ends a
   * transaction by a query once its callback has settled, and such a query on a lost connection ends the whole process.
   */
  async neverAfterLoss<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      if (this.#isLost) await new Promise<never>(() => {});
    }
  }

  /** What `promise` settles with, or an error as soon as the connection is lost. */
  async orLoss<T>(promise: Promise<T>): Promise<T> {
    const lost = this.#loss.promise.then(() => {
      throw new ClosedContextError();
    });
    return await Promise.race([promise, lost]);
  }
}
