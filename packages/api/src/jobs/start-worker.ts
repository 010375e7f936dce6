import { declareQueues, type JobQueueOptions, openJobQueue } from '@commons/shared-db/service';
import { errorLog } from '../errors/error-log.ts';
import type { JobDefinition } from './define-job.ts';
import { type JobRuntime, runJob } from './run-job.ts';

/** What a worker does, and with what. */
export interface WorkerOptions extends Pick<JobQueueOptions, 'url' | 'notifications'> {
  jobs: readonly JobDefinition[];
  runtime: JobRuntime;
}

/** A worker that takes jobs until it is stopped. */
export interface RunningWorker {
  /** Takes no more jobs, lets those that run finish for so long, and gives the others back to the queue. */
  stop(timeoutMs: number): Promise<void>;
}

const concurrencyUsual = 2;

/**
 * Takes the jobs of this site's apps, beside any number of other processes that do.
 *
 * @throws when the tables of the queue are not those of the version that is installed
 */
export async function startWorker({
  jobs,
  runtime,
  url,
  notifications,
}: WorkerOptions): Promise<RunningWorker> {
  const { log, service } = runtime;
  await declareQueues(
    service,
    jobs.map(({ queue }) => queue),
  );
  const queue = await openJobQueue({
    url,
    notifications,
    onReadOnly: (isReadOnly) =>
      isReadOnly
        ? log.warn({}, 'jobs wait: the database is read-only')
        : log.info({}, 'the database writes again, and jobs go on'),
    onError: (error) => log.warn({ error: errorLog(error) }, 'the job queue had a fault and goes on'),
  });
  for (const job of jobs) {
    const { concurrency = concurrencyUsual, perPerson } = job;
    await queue.work(job.queue, concurrency, (held) => runJob(runtime, job, held), perPerson);
  }
  return { stop: (timeoutMs) => queue.stop(timeoutMs) };
}
