import type { RealtimeEvent, RealtimeMessage } from './realtime.ts';

/**
 * What one slow reader has not fetched yet. It never grows beyond its bound: an overflow drops the backlog and
 * leaves one `resync`, because a reader that missed something must read everything again anyway.
 */
export class SubscriberQueue implements AsyncIterableIterator<RealtimeMessage> {
  readonly #limit: number;
  readonly #onEnd: () => void;
  #waiting: RealtimeMessage[] = [];
  #reader: ((result: IteratorResult<RealtimeMessage>) => void) | undefined;
  #ended = false;

  constructor(limit: number, onEnd: () => void) {
    this.#limit = limit;
    this.#onEnd = onEnd;
  }

  push(event: RealtimeEvent): void {
    if (this.#ended || this.#handOver({ type: 'event', event })) return;
    if (this.#waiting.length < this.#limit) this.#waiting.push({ type: 'event', event });
    else this.#waiting = [{ type: 'resync' }];
  }

  /** Drops what has not been fetched, which reading everything again makes superfluous. */
  resync(): void {
    if (this.#ended || this.#handOver({ type: 'resync' })) return;
    this.#waiting = [{ type: 'resync' }];
  }

  next(): Promise<IteratorResult<RealtimeMessage>> {
    const message = this.#waiting.shift();
    if (message) return Promise.resolve({ done: false, value: message });
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#reader = resolve;
    });
  }

  return(): Promise<IteratorResult<RealtimeMessage>> {
    if (!this.#ended) {
      this.#ended = true;
      this.#waiting = [];
      this.#onEnd();
    }
    this.#reader?.({ done: true, value: undefined });
    this.#reader = undefined;
    return Promise.resolve({ done: true, value: undefined });
  }

  #handOver(message: RealtimeMessage): boolean {
    const reader = this.#reader;
    this.#reader = undefined;
    reader?.({ done: false, value: message });
    return reader !== undefined;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
