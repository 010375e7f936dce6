/** Why a running answer was ended before the model had finished. */
export type EndReason = 'stopped' | 'shutdown' | 'lost';

/** An answer that this process is writing. Its text is what the database already has: shown means stored. */
export class RunningAnswer {
  readonly id: string;
  readonly #abort = new AbortController();
  readonly #finished = Promise.withResolvers<void>();
  #changed = Promise.withResolvers<void>();
  #text = '';
  #done = false;

  constructor(id: string) {
    this.id = id;
  }

  get text(): string {
    return this.#text;
  }

  get done(): boolean {
    return this.#done;
  }

  /** Aborts the call to the model. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get endReason(): EndReason | undefined {
    return this.signal.aborted ? (this.signal.reason as EndReason) : undefined;
  }

  end(reason: EndReason): void {
    this.#abort.abort(reason);
  }

  stored(text: string): void {
    this.#text += text;
    this.#notify();
  }

  finish(): void {
    this.#done = true;
    this.#finished.resolve();
    this.#notify();
  }

  /** Resolves when the answer's row says how it ended. */
  get finished(): Promise<void> {
    return this.#finished.promise;
  }

  /** Resolves at the next change of `text` or `done`. */
  get changed(): Promise<void> {
    return this.#changed.promise;
  }

  #notify(): void {
    const { resolve } = this.#changed;
    this.#changed = Promise.withResolvers();
    resolve();
  }
}
