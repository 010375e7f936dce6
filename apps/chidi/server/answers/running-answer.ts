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

const running = new Map<string, RunningAnswer>();

export const findRunning = (id: string): RunningAnswer | undefined => running.get(id);

export const countRunning = (): number => running.size;

export function register(answer: RunningAnswer): Disposable {
  running.set(answer.id, answer);
  return {
    [Symbol.dispose]: () => {
      if (running.get(answer.id) === answer) running.delete(answer.id);
      answer.finish();
    },
  };
}

/** Lets every answer that this process is writing finish, ends the rest in a hurry, and waits until their rows say so. */
export async function endAllRunning(hurry: AbortSignal): Promise<void> {
  const endAll = () => {
    for (const answer of running.values()) answer.end('shutdown');
  };
  hurry.addEventListener('abort', endAll, { once: true });
  while (running.size > 0) {
    // One that began in the meantime as well.
    if (hurry.aborted) endAll();
    await Promise.all([...running.values()].map((answer) => answer.finished));
  }
  hurry.removeEventListener('abort', endAll);
}
