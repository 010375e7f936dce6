import type { RunningAnswer } from './running-answer.ts';

/** The answers of one app that this process is writing. */
export class RunningAnswers {
  readonly #running = new Map<string, RunningAnswer>();

  /** The answer, while this process writes it. */
  find(id: string): RunningAnswer | undefined {
    return this.#running.get(id);
  }

  /** How many are being written. */
  get count(): number {
    return this.#running.size;
  }

  /** Lists an answer until the registration is disposed of. */
  register(answer: RunningAnswer): Disposable {
    this.#running.set(answer.id, answer);
    return {
      [Symbol.dispose]: () => {
        if (this.#running.get(answer.id) === answer) this.#running.delete(answer.id);
        answer.finish();
      },
    };
  }

  /** Lets every answer finish, ends the rest in a hurry, and waits until their rows say so. */
  async endAll(hurry: AbortSignal): Promise<void> {
    const endAll = () => {
      for (const answer of this.#running.values()) answer.end('shutdown');
    };
    hurry.addEventListener('abort', endAll, { once: true });
    while (this.#running.size > 0) {
      // One that began in the meantime as well.
      if (hurry.aborted) endAll();
      await Promise.all([...this.#running.values()].map((answer) => answer.finished));
    }
    hurry.removeEventListener('abort', endAll);
  }
}
