/**
 * Runs `work` soon after every `request()`, never twice at once and with at least `gapMs` between two starts, so that many
 * requests become few runs: fewer still when the work is slow.
 */
export class Coalesced {
  readonly #work: () => Promise<void>;
  readonly #gapMs: number;
  #requested = false;
  #running: Promise<void> | undefined;
  // By a clock that nobody sets: a time that is set back would hold the work up for as long.
  #lastStart = Number.NEGATIVE_INFINITY;

  constructor(work: () => Promise<void>, gapMs: number) {
    this.#work = work;
    this.#gapMs = gapMs;
  }

  /** Asks for a run. A failed run is reported by `settle`, and nothing runs after it. */
  request(): void {
    this.#requested = true;
    this.#running ??= this.#loop();
    this.#running.catch(() => {});
  }

  /** Resolves when everything requested has run; rejects when a run has failed. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (this.#requested) {
      const waitMs = this.#lastStart + this.#gapMs - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      this.#requested = false;
      this.#lastStart = performance.now();
      await this.#work();
    }
    this.#running = undefined;
  }
}
