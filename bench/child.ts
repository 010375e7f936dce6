import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inherited } from './env.ts';
import type { Usage } from './load/report-usage.ts';

/** A process of the benchmark, which answers one message at a time. */
export class Child {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Starts a file beside this one and waits until it says that it is ready. */
  static async start(
    file: string,
    environment: NodeJS.ProcessEnv = {},
    execArgv: string[] = [],
  ): Promise<Child> {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const child = fork(path, {
      env: { ...inherited(), ...environment },
      execArgv,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [message] = await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended before it was ready.`))),
    ]);
    if (message !== 'ready') throw new Error(`${file} began with ${String(message)}.`);
    return new Child(child);
  }

  async ask<T>(message: object): Promise<T> {
    this.#process.send(message);
    const [answer] = await once(this.#process, 'message');
    return answer as T;
  }

  usage(): Promise<Usage> {
    return this.ask({});
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const exit = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await exit;
  }
}
