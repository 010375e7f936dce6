import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdict } from './mutant.ts';
import { prepareCopy } from './prepare-copy.ts';
import type { BenchMessage, Task, TaskEnd } from './task.ts';

/** A copy of the workspace with a process in it that tries mutants, one task at a time. */
export class BenchClient implements AsyncDisposable {
  readonly #root: string;
  #child: ChildProcess | undefined;

  private constructor(root: string) {
    this.#root = root;
  }

  static async open(root: string): Promise<BenchClient> {
    return new BenchClient(await prepareCopy(root));
  }

  async run(task: Task, onVerdict: (verdict: Verdict) => void): Promise<TaskEnd> {
    if (task.spoilsServer) await this.#end();
    this.#child ??= this.#start();
    const child = this.#child;
    const ended = Promise.withResolvers<TaskEnd>();
    const died = () =>
      ended.resolve({ policies: [], problem: `The run of ${task.test} ended without an answer.` });
    const listen = (message: unknown) => {
      const told = message as BenchMessage;
      if ('verdict' in told) onVerdict(told.verdict);
      else ended.resolve(told.end);
    };
    child.on('exit', died).on('message', listen).send(task);
    const end = await ended.promise;
    child.off('exit', died).off('message', listen);
    if (task.spoilsServer) await this.#end();
    return end;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end();
    await rm(this.#root, { recursive: true, force: true });
  }

  #start(): ChildProcess {
    const child = fork(join(this.#root, 'tooling/mutants/bench-process.ts'), {
      cwd: this.#root,
      // What tests print about mutants is of no interest; what ends the process is.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    return child;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    child.send('end');
    await once(child, 'exit');
  }
}
