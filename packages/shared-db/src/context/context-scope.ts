import { AsyncLocalStorage } from 'node:async_hooks';
import { ClosedContextError, ForeignContextError, NestedContextError } from './context-errors.ts';
import type { Lease } from './lease.ts';

/** The life of one context: from the callback's start until it has settled, or until the commit is on its way. */
export class ContextScope {
  readonly lease: Lease;
  #open = true;

  constructor(lease: Lease) {
    this.lease = lease;
  }

  /** Throws unless this scope is alive and is the one the caller runs in. */
  check(): void {
    if (!this.#open || this.lease.isLost) throw new ClosedContextError();
    if (running.getStore() !== this) throw new ForeignContextError();
  }

  /** Runs `work` in this scope, what it leaves running included. */
  enter<T>(work: () => T): T {
    return running.run(this, work);
  }

  /** Ends the scope: its handles are dead from now on. */
  end(): void {
    this.#open = false;
  }

  get isOpen(): boolean {
    return this.#open;
  }
}

const running = new AsyncLocalStorage<ContextScope>();

/**
 * Throws when the caller already runs inside an open context: a setting made inside would leak outward when it ends, and a
 * second connection taken while the first is held can exhaust the pool.
 */
export function refuseNesting(): void {
  if (running.getStore()?.isOpen) throw new NestedContextError();
}
