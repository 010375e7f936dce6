import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestProcess, type TestProcess } from '@commons/api/testing';
import type { TestDatabase } from '@commons/shared-db/testing';

/** Chidi in a process of its own, as people start it. */
export interface ChidiProcess extends TestProcess, AsyncDisposable {
  url: string;
  /** Starts it again on the same port. */
  restart(): Promise<void>;
}

const program = fileURLToPath(new URL('../server/start.ts', import.meta.url));

export async function runProcess(
  db: TestDatabase,
  modelUrl: string,
  more: Record<string, string> = {},
): Promise<ChidiProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'commons-process-'));
  const start = (port: string) =>
    startTestProcess({
      db,
      args: [program],
      env: {
        PORT: port,
        COMMONS_DATA: folder,
        OPENAI_BASE_URL: modelUrl,
        OPENAI_MODEL: 'tiny-1',
        SHUTDOWN_TIMEOUT_MS: '1000',
        ...more,
      },
    });
  let running = await start('0');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(running.printed()) ?? [];
  return {
    url,
    printed: () => running.printed(),
    kill: (signal) => running.kill(signal),
    restart: async () => {
      running = await start(new URL(url).port);
    },
    [Symbol.asyncDispose]: async () => {
      await running.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
