import { sql } from 'drizzle-orm';
import type { ServiceDatabase } from '../service/open-service-database.ts';
import type { QueueSettings } from './job-queue.ts';

/** Where jobs go that failed for good, whatever queue they are from. */
export const deadLetters = 'service.commons.dead-letters';

const retryDelaySecondsMax = 600;
const heartbeatSeconds = 10;
const deadLettersKeptSeconds = 14 * 24 * 60 * 60;

// What a queue is set to: column of pgboss.queue, option of pg-boss, type. The policy of a queue never changes.
const columns = [
  ['retry_limit', 'retryLimit', 'int'],
  ['retry_delay', 'retryDelay', 'int'],
  ['retry_backoff', 'retryBackoff', 'boolean'],
  ['retry_delay_max', 'retryDelayMax', 'int'],
  ['expire_seconds', 'expireInSeconds', 'int'],
  ['retention_seconds', 'retentionSeconds', 'int'],
  ['deletion_seconds', 'deleteAfterSeconds', 'int'],
  ['heartbeat_seconds', 'heartbeatSeconds', 'int'],
  ['notify', 'notify', 'boolean'],
  ['dead_letter', 'deadLetter', 'text'],
] as const;
const present = sql.raw(columns.map(([column]) => column).join(', '));
const wanted = sql.raw(columns.map(([, option, type]) => `(settings ->> '${option}')::${type}`).join(', '));

/**
 * Makes the queues that are missing and brings the others up to date; any process may do so, at any time. Where all are as they
 * should be nothing is written, so that a process starts while the service is locked.
 */
export async function declareQueues(
  service: ServiceDatabase,
  queues: readonly QueueSettings[],
): Promise<void> {
  // A queue is there before those that hand over to it.
  const inOrder = queues.toSorted((one, other) => Number(!!one.givenUpTo) - Number(!!other.givenUpTo));
  const options = [deadLetterOptions, ...inOrder.map(optionsOf)];
  await service.asService('declare queues', async (tx) => {
    // One process at a time, or two of them update the same rows in different orders.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('commons queues'))`);
    for (const { name, ...settings } of options) {
      const json = sql`(select ${JSON.stringify(settings)}::jsonb as settings) as wanted`;
      const same = await tx.execute(sql`
        select 1 from pgboss.queue, ${json} where name = ${name} and (${present}) is not distinct from (${wanted})`);
      if (same.length > 0) continue;
      await tx.execute(sql`select pgboss.create_queue(${name}, settings) from ${json}`);
      await tx.execute(sql`
        update pgboss.queue set (${present}, updated_on) = row(${wanted}, now()) from ${json} where name = ${name}`);
    }
  });
}

const deadLetterOptions = {
  name: deadLetters,
  policy: 'standard',
  retryLimit: 0,
  retryDelay: 0,
  retryBackoff: false,
  notify: false,
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
    ...((queue.givenUpTo || queue.hasDeadLetters) && { deadLetter: queue.givenUpTo ?? deadLetters }),
  };
}
