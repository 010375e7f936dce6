import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { TestDatabase } from '@commons/shared-db/testing';

/** A site or a worker in a process of its own, which a test may kill. */
export interface TestProcess {
  /** What it has printed so far. */
  printed(): string;
  /** Ends it, unless it has ended, and resolves when it is gone. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Which program, on which database, and with what else in its environment. */
export interface TestProcessOptions {
  db: TestDatabase;
  /** What Node is given: a file and its options, or a program after `--eval`. */
  args: readonly string[];
  /** Where a program after `--eval` finds its packages. */
  cwd?: URL;
  env: Readonly<Record<string, string>> & { COMMONS_DATA: string };
}

/**
 * Starts a program that runs a site, without the owner's login, and resolves when it works.
 *
 * @example
 * const worker = await startTestProcess({ db, args: [startFile, '--role', 'worker'], env: { COMMONS_DATA: folder } });
 */
export async function startTestProcess({ db, args, cwd, env }: TestProcessOptions): Promise<TestProcess> {
  const child = spawn(process.execPath, args, {
    ...(cwd && { cwd }),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { DEMO: 'off', LOG_LEVEL: 'error', ...addressesOf(db), ...env },
  });
  const gone = once(child, 'exit');
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (/Commons is running|worker of Commons/.test(printed)) resolve();
      });
    }
    void gone.then(([code]) => reject(new Error(`It ended with ${code}:\n${printed}`)), reject);
  });
  return {
    printed: () => printed,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await gone;
    },
  };
}

/** A server goes around the pooler for what a pooler cannot carry, so it is told both. */
function addressesOf({ logins, direct }: TestDatabase): Record<string, string> {
  const own = { DATABASE_APP_URL: direct.app, DATABASE_SERVICE_URL: direct.service };
  return logins.app === direct.app ? own : { ...own, DATABASE_POOLER: new URL(logins.app).host };
}
