/** Queries that nobody has sent yet. When it is awaited, all go out at once and each settles for itself. */
export class QueryList implements PromiseLike<PromiseSettledResult<unknown>[]> {
  readonly #queries: readonly PromiseLike<unknown>[];
  /** How each went, once all have settled. */
  settled: PromiseSettledResult<unknown>[] = [];

  constructor(queries: readonly PromiseLike<unknown>[]) {
    this.#queries = queries;
  }

  get length(): number {
    return this.#queries.length;
  }

  // biome-ignore lint/suspicious/noThenProperty: it is awaited as a query is.
  then<A, B>(
    onFulfilled?: ((settled: PromiseSettledResult<unknown>[]) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // Called here and not by the promise, which would do so a moment later.
    const sent = this.#queries.map((query) => new Promise((resolve, reject) => query.then(resolve, reject)));
    const all = Promise.allSettled(sent).then((settled) => {
      this.settled = settled;
      return settled;
    });
    return all.then(onFulfilled, onRejected);
  }
}

/** Whether a callback returned a query that has not been awaited; whatever it has awaited itself is a promise. */
export function isUnsent(returned: unknown): returned is PromiseLike<unknown> {
  if (returned instanceof Promise || typeof returned !== 'object' || returned === null) return false;
  return 'then' in returned && typeof returned.then === 'function';
}
