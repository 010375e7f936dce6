import type { ServiceDatabase } from '@commons/shared-db/service';
import type { AppDefinition } from '../define-app.ts';
import { errorLog } from '../errors/error-log.ts';
import { toAppError } from '../errors/to-app-error.ts';
import type { Log } from '../log.ts';

/** What brings reference data, and how long it waits where it cannot. */
export interface KeepReferenceOptions {
  apps: readonly Pick<AppDefinition, 'name' | 'reference'>[];
  service: ServiceDatabase;
  log: Log;
  retryMs?: number;
}

/** Reference data that is there, or waits to be. */
export interface KeptReference {
  /** Stops waiting. */
  stop(): void;
}

/**
 * Brings each app's reference data into a database that is migrated. While the database is read-only it waits beside whatever
 * goes on, and brings it afterwards.
 *
 * @throws what an app throws, when it is not the lock
 */
export async function keepReference(options: KeepReferenceOptions): Promise<KeptReference> {
  const { log, retryMs = 15_000 } = options;
  if (await load(options)) return { stop: () => undefined };
  log.warn({}, 'reference data waits: the database is read-only');
  let timer: NodeJS.Timeout;
  const later = () => {
    timer = setTimeout(() => void again(), retryMs);
  };
  let isStopped = false;
  async function again() {
    try {
      if (await load(options)) return log.info({}, 'the database writes again, and reference data is there');
    } catch (error) {
      // Its pool closes when the process ends.
      if (isStopped) return;
      log.error({ error: errorLog(error) }, 'reference data did not come in; it is tried again');
    }
    if (!isStopped) later();
  }
  later();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function load({ apps, service }: KeepReferenceOptions): Promise<boolean> {
  try {
    await loadReference(apps, service);
    return true;
  } catch (error) {
    if (toAppError(error).code === 'READ_ONLY') return false;
    throw error;
  }
}

/** Brings each app's reference data into the database. */
export async function loadReference(
  apps: KeepReferenceOptions['apps'],
  service: ServiceDatabase,
): Promise<void> {
  for (const app of apps) await app.reference?.({ service });
}
