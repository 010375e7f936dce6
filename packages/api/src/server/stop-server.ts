import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { StopApp } from '../define-app.ts';
import { errorLog } from '../errors/error-log.ts';
import type { Log } from '../log.ts';

/** What has to end, in which order. */
export interface StopServerOptions {
  server: Server;
  /** Aborting it ends the event streams. */
  shutdown: AbortController;
  stops: readonly StopApp[];
  /** How long requests and apps may take to finish. */
  timeoutMs: number;
  /** Closes what requests and apps were using. */
  finish: () => Promise<void>;
  log: Log;
}

/** Stops accepting, ends streams with word to come back, waits for what runs, and closes the rest. */
export async function stopServer(options: StopServerOptions): Promise<void> {
  const { server, shutdown, stops, timeoutMs, finish, log } = options;
  log.info('stopping');
  const answered = new Promise<void>((resolve) => server.close(() => resolve()));
  shutdown.abort();
  const stopped = stops.map(async (stop) => {
    try {
      await stop();
    } catch (error) {
      log.error({ error: errorLog(error) }, 'an app did not stop cleanly');
    }
  });

  const patience = new AbortController();
  const deadline = wait(timeoutMs, 'late', { signal: patience.signal }).catch(() => 'late');
  const outcome = await Promise.race([Promise.all([answered, ...stopped]), deadline]);
  patience.abort();
  if (outcome === 'late') {
    log.warn({ timeoutMs }, 'some requests or apps did not finish in time');
    server.closeAllConnections();
    await answered;
  }
  await finish();
  log.info('stopped');
}
