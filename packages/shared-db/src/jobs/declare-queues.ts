import { sql } from 'drizzle-orm';
import type { ServiceDatabase } from '../service/open-service-database.ts';
import type { QueueSettings } from './job-queue.ts';

/** Where jobs go that failed for good, whatever queue they are from. */
export const deadLetters = 'service.commons.dead-letters';

const retryDelaySecondsMax = 600;
const heartbeatSeconds = 10;
const deadLettersKeptSeconds = 14 * 24 * 60 * 60;

/** Makes the queues that are missing and brings the others up to date; any process may do so, at any time. */
export async function declareQueues(
  service: ServiceDatabase,
  queues: readonly QueueSettings[],
): Promise<void> {
  const options = [deadLetterOptions, ...queues.map(optionsOf)];
  await service.asService('declare queues', async (tx) => {
    // One process at a time, or two of them update the same rows in different orders.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('commons queues'))`);
    for (const { name, ...settings } of options) {
      const json = JSON.stringify(settings);
      await tx.execute(sql`select pgboss.create_queue(${name}, ${json}::jsonb)`);
      await tx.execute(sql`
        update pgboss.queue set
          retry_limit = (settings ->> 'retryLimit')::int, retry_delay = (settings ->> 'retryDelay')::int,
          expire_seconds = (settings ->> 'expireInSeconds')::int,
          retention_seconds = (settings ->> 'retentionSeconds')::int,
          deletion_seconds = (settings ->> 'deleteAfterSeconds')::int,
          dead_letter = settings ->> 'deadLetter', updated_on = now()
        from (select ${json}::jsonb as settings) as wanted
        where name = ${name} and (retry_limit, retry_delay, expire_seconds, retention_seconds, deletion_seconds)
          is distinct from ((settings ->> 'retryLimit')::int, (settings ->> 'retryDelay')::int,
            (settings ->> 'expireInSeconds')::int, (settings ->> 'retentionSeconds')::int,
            (settings ->> 'deleteAfterSeconds')::int)`);
    }
  });
}

const deadLetterOptions = {
  name: deadLetters,
  policy: 'standard',
  retryLimit: 0,
  retryDelay: 0,
  expireInSeconds: 60,
  retentionSeconds: deadLettersKeptSeconds,
  deleteAfterSeconds: deadLettersKeptSeconds,
};

function optionsOf(queue: QueueSettings) {
  return {
    name: queue.name,
    policy: 'standard',
    retryLimit: queue.retryLimit,
    retryDelay: queue.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: retryDelaySecondsMax,
    expireInSeconds: queue.timeoutSeconds,
    retentionSeconds: queue.waitsAtMostSeconds,
    deleteAfterSeconds: queue.keptSeconds,
    heartbeatSeconds,
    notify: true,
    ...(queue.hasDeadLetters && { deadLetter: deadLetters }),
  };
}
