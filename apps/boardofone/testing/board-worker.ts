import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@commons/shared-db/testing';

/** A worker in a process of its own, which a test may kill. */
export interface BoardWorker {
  kill(): Promise<void>;
}

/** Starts a worker that takes the board’s jobs and asks the model at this address. */
export async function startBoardWorker(
  { logins, direct }: TestDatabase,
  modelUrl: string,
  folder: string,
): Promise<BoardWorker> {
  const pooler = logins.app === direct.app ? {} : { DATABASE_POOLER: new URL(logins.app).host };
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../server/start.ts', import.meta.url)), '--role', 'worker'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        COMMONS_DATA: folder,
        DEMO: 'off',
        LOG_LEVEL: 'error',
        DATABASE_APP_URL: direct.app,
        DATABASE_SERVICE_URL: direct.service,
        ...pooler,
        OPENAI_BASE_URL: modelUrl,
        OPENAI_MODEL: 'tiny-1',
        SHUTDOWN_TIMEOUT_MS: '500',
      },
    },
  );
  await printed(child, 'A worker of Commons is running.');
  return {
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function printed(child: ChildProcess, text: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece: string) => {
        output += piece;
        if (output.includes(text)) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${output}`)));
  });
}
