/** A database handle was used after its context had ended: a forgotten `await`, a late callback, a kept generator. */
export class ClosedContextError extends Error {
  override readonly name = 'ClosedContextError';
  constructor() {
    super(
      'This database handle belongs to a context that has ended. Await every query inside the callback, and open a new context for later work.',
    );
  }
}

/** A database handle was used inside a context that is not its own. */
export class ForeignContextError extends Error {
  override readonly name = 'ForeignContextError';
  constructor() {
    super(
      'This database handle belongs to another context. Use the handle that the innermost asUser, asAnon or asService gave you.',
    );
  }
}

/** A context was opened inside another one. */
export class NestedContextError extends Error {
  override readonly name = 'NestedContextError';
  constructor() {
    super(
      'A context is already open here. Pass its handle on instead of opening a second one, or finish it first.',
    );
  }
}

/** No connection became free in time: every one was busy with somebody else. */
export class PoolTimeoutError extends Error {
  override readonly name = 'PoolTimeoutError';
  readonly waitedMs: number;
  constructor(waitedMs: number) {
    super(`No database connection became free within ${waitedMs} ms.`);
    this.waitedMs = waitedMs;
  }
}

/** A query had a parameter that cannot be sent; nothing of the query was. */
export class UnsendableParameterError extends Error {
  override readonly name = 'UnsendableParameterError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A statement would act on the transaction, the connection or the login, which a context keeps to itself; it was not sent. */
export class RefusedStatementError extends Error {
  override readonly name = 'RefusedStatementError';
  constructor(keyword: string) {
    super(
      `${keyword} cannot be sent inside a context. Throw to roll back, and use tx.transaction for a part that may fail alone.`,
    );
  }
}

/** The connection was lost before the transaction had ended; unless it was about to commit, nothing of it stays. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
  readonly code = 'CONNECTION_CLOSED';
  constructor() {
    super('The database connection was lost before the transaction had ended. Try again.');
  }
}
