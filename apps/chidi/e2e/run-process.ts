import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@commons/shared-db/testing';

/** Chidi in a process of its own, as people start it, which a test may kill. */
export interface ChidiProcess extends AsyncDisposable {
  url: string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** What it has printed so far. */
  printed(): string;
  /** Starts it again on the same port. */
  restart(): Promise<void>;
}

export async function runProcess(
  db: TestDatabase,
  modelUrl: string,
  more: Record<string, string> = {},
): Promise<ChidiProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'commons-process-'));
  const start = (port: string) => startOnce(port, dataFolder, db, modelUrl, more);
  let { child, url, printed } = await start('0');

  const kill: ChidiProcess['kill'] = async (signal) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    kill,
    printed: () => printed(),
    restart: async () => {
      ({ child, url, printed } = await start(new URL(url).port));
    },
    [Symbol.asyncDispose]: async () => {
      await kill('SIGKILL');
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function startOnce(
  port: string,
  dataFolder: string,
  db: TestDatabase,
  modelUrl: string,
  more: Record<string, string>,
) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../server/start.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PORT: port,
      COMMONS_DATA: dataFolder,
      DEMO: 'off',
      LOG_LEVEL: 'error',
      ...addressesOf(db),
      OPENAI_BASE_URL: modelUrl,
      OPENAI_MODEL: 'tiny-1',
      SHUTDOWN_TIMEOUT_MS: '1000',
      ...more,
    },
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const announced = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
        if (announced) resolve(announced);
      });
    }
    child.once('exit', (code) => reject(new Error(`It ended with ${code}:\n${output}`)));
  });
  return { child, url, printed: () => output };
}

/** A server goes around the pooler for what a pooler cannot carry, so it is told both. */
function addressesOf({ logins, direct }: TestDatabase): Record<string, string> {
  const own = { DATABASE_APP_URL: direct.app, DATABASE_SERVICE_URL: direct.service };
  return logins.app === direct.app ? own : { ...own, DATABASE_POOLER: new URL(logins.app).host };
}
