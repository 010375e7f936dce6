import { fileURLToPath } from 'node:url';
import { startTestProcess, type TestProcess } from '@commons/api/testing';
import type { TestDatabase } from '@commons/shared-db/testing';

const program = fileURLToPath(new URL('../server/start.ts', import.meta.url));

/** Starts a worker that takes the board’s jobs and asks the model at this address. */
export const startBoardWorker = (db: TestDatabase, modelUrl: string, folder: string): Promise<TestProcess> =>
  startTestProcess({
    db,
    args: [program, '--role', 'worker'],
    env: {
      COMMONS_DATA: folder,
      OPENAI_BASE_URL: modelUrl,
      OPENAI_MODEL: 'tiny-1',
      SHUTDOWN_TIMEOUT_MS: '500',
    },
  });
