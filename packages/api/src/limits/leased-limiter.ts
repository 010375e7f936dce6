import type { Demand, Grant } from './allowances.ts';
import type { RateRule } from './rate-limiter.ts';

/** Undefined admits at once; a number is how long to wait; a promise of either means that the database is asked. */
export type Admission = number | undefined | Promise<number | undefined>;

interface Waiter {
  admit(waitMs: number | undefined): void;
  fail(error: unknown): void;
}

interface Lease {
  rule: RateRule;
  /** Calls that this process may still admit by itself. */
  left: number;
  endsAt: number;
  refusedUntil: number;
  waiting: Waiter[];
}

const keysMax = 20_000;

/** How much a process takes at a time: a twentieth, so that up to twenty in a window are counted one by one. */
export function chunkOf({ max }: RateRule): number {
  return Math.max(1, Math.floor(max / 20));
}

// How long what was taken may be used; the rest is lost then, and the allowance has grown again by as much.
function leaseMsOf({ windowMs }: RateRule): number {
  return windowMs / 4;
}

/**
 * Counts calls here against leases of an allowance that is kept elsewhere: most calls cost nothing, and however many
 * processes do the same, together they never admit more than was granted.
 */
export class LeasedLimiter {
  readonly #take: (demands: readonly Demand[]) => Promise<Grant[]>;
  readonly #now: () => number;
  readonly #leases = new Map<string, Lease>();
  #asking = new Set<string>();
  #running = false;

  constructor(take: (demands: readonly Demand[]) => Promise<Grant[]>, now = () => performance.now()) {
    this.#take = take;
    this.#now = now;
  }

  /** Counts one call for `key`. It rejects when the allowance could not be asked for. */
  admit(key: string, rule: RateRule): Admission {
    const lease = this.#leaseOf(key, rule);
    const now = this.#now();
    if (lease.waiting.length === 0) {
      if (lease.left > 0 && now < lease.endsAt) {
        lease.left -= 1;
        return undefined;
      }
      if (now < lease.refusedUntil) return lease.refusedUntil - now;
    }
    return new Promise((resolve, reject) => {
      lease.waiting.push({ admit: resolve, fail: reject });
      this.#asking.add(key);
      this.#ask();
    });
  }

  /** What has been taken and not used; it counts as used from now on. */
  surrender(): Demand[] {
    const now = this.#now();
    const unused: Demand[] = [];
    for (const [key, lease] of this.#leases) {
      if (lease.left > 0 && now < lease.endsAt) unused.push({ key, rule: lease.rule, wanted: lease.left });
      lease.left = 0;
    }
    return unused;
  }

  #leaseOf(key: string, rule: RateRule): Lease {
    const known = this.#leases.get(key);
    if (known) return known;
    if (this.#leases.size >= keysMax) this.#prune();
    const lease: Lease = { rule, left: 0, endsAt: 0, refusedUntil: 0, waiting: [] };
    this.#leases.set(key, lease);
    return lease;
  }

  // Half of them, so that under a flood of keys it is rare: forgetting a lease only means to ask again.
  #prune(): void {
    for (const [key, { waiting }] of this.#leases) {
      if (this.#leases.size <= keysMax / 2) break;
      if (waiting.length === 0) this.#leases.delete(key);
    }
  }

  // A microtask later, so that the calls of one batch ask together; who comes while it runs is in the next round.
  #ask(): void {
    if (this.#running) return;
    this.#running = true;
    queueMicrotask(() => void this.#rounds());
  }

  async #rounds(): Promise<void> {
    while (this.#asking.size > 0) {
      // Sorted, so that two processes that want the same keys lock them in the same order.
      const keys = [...this.#asking].sort();
      this.#asking = new Set();
      await this.#round(
        keys.flatMap((key) => {
          const lease = this.#leases.get(key);
          // Without anybody waiting, the last answer has served them all.
          return lease && lease.waiting.length > 0 ? [{ key, lease, waiters: lease.waiting.splice(0) }] : [];
        }),
      );
    }
    this.#running = false;
  }

  async #round(asked: { key: string; lease: Lease; waiters: Waiter[] }[]): Promise<void> {
    if (asked.length === 0) return;
    const askedAt = this.#now();
    try {
      const grants = await this.#take(
        asked.map(({ key, lease: { rule }, waiters }) => ({
          key,
          rule,
          wanted: Math.max(chunkOf(rule), waiters.length),
        })),
      );
      for (const [index, { lease, waiters }] of asked.entries()) {
        settle(lease, waiters, grants[index] ?? { granted: 0, retryAfterMs: 1_000 }, askedAt, this.#now());
      }
    } catch (error) {
      for (const { waiters } of asked) for (const { fail } of waiters) fail(error);
    }
  }
}

function settle(lease: Lease, waiters: Waiter[], grant: Grant, askedAt: number, now: number): void {
  // Whoever came while the question was under way is served from the same answer.
  const all = [...waiters, ...lease.waiting.splice(0)];
  for (const { admit } of all.slice(0, grant.granted)) admit(undefined);
  for (const { admit } of all.slice(grant.granted, grant.retryAfterMs > 0 ? undefined : grant.granted)) {
    admit(grant.retryAfterMs);
  }
  if (grant.retryAfterMs === 0) lease.waiting = all.slice(grant.granted);
  lease.left = Math.max(0, grant.granted - all.length);
  lease.endsAt = askedAt + leaseMsOf(lease.rule);
  lease.refusedUntil = lease.left === 0 && grant.retryAfterMs > 0 ? now + grant.retryAfterMs : 0;
}
