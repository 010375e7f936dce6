import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { StopApp } from '../define-app.ts';
import { errorLog } from '../errors/error-log.ts';
import type { Log } from '../log.ts';

/** What has to end, in which order. */
export interface StopServerOptions {
  server: Server;
  /** Aborting it makes `/readyz` say that nobody should come any more. */
  leaving: AbortController;
  /** How long a load balancer needs to notice that; until then everybody is served. */
  delayMs: number;
  /** Aborting it ends the event streams. */
  shutdown: AbortController;
  stops: readonly StopApp[];
  /** How long requests and apps may take to finish. */
  timeoutMs: number;
  /** Closes what requests and apps were using. */
  finish: () => Promise<void>;
  log: Log;
}

// The rest of the time is for handing over.
const shareToFinish = 0.6;

/** Says that it is leaving, stops accepting, ends streams with word to come back, waits for what runs, and closes the rest. */
export async function stopServer(options: StopServerOptions): Promise<void> {
  const { server, leaving, delayMs, shutdown, stops, timeoutMs, finish, log } = options;
  log.info('stopping');
  leaving.abort();
  if (delayMs > 0) await wait(delayMs);
  const answered = new Promise<void>((resolve) => server.close(() => resolve()));
  shutdown.abort();
  const hurry = AbortSignal.timeout(Math.floor(timeoutMs * shareToFinish));
  const stopped = stops.map(async (stop) => {
    try {
      await stop(hurry);
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
