/** The connection was lost while work was going on over it. */
class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
}

/** Whether a connection was lost, for work that must not go on over another one. */
export class ConnectionLoss {
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
  async neverAfter<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      if (this.#isLost) await new Promise<never>(() => {});
    }
  }

  /** What `promise` settles with, or an error as soon as the connection is lost. */
  async orError<T>(promise: Promise<T>): Promise<T> {
    const lost = this.#loss.promise.then(() => {
      throw new ConnectionLostError('The connection to the database was lost.');
    });
    return await Promise.race([lost, promise]);
  }
}
