import { type Job, PgBoss } from 'pg-boss';
import type { Notifications } from '../listen/notifications.ts';
import { JobConnections } from './job-connections.ts';
import type { HeldJob, JobOutcome, JobQueue, QueueSettings } from './job-queue.ts';
import { isReadOnlyError, pauseWhileReadOnly } from './pause-while-read-only.ts';

/** What the queue works with. */
export interface JobQueueOptions {
  /** Address of the service login. */
  url: string;
  /** Wakes workers the moment a job is committed; without it they look every few seconds. */
  notifications: Notifications;
  /** Called for what goes wrong outside of any job, such as a connection that was lost; it is tried again. */
  onError: (error: unknown) => void;
  /** Called when the database takes no writes any more, and when it does again; in between no jobs are taken, and no errors told. */
  onReadOnly: (isReadOnly: boolean) => void;
}

const lookEverySeconds = 2;
const superviseEverySeconds = 5;
const stoppedError = () => new Error('The process stops; another one will do this job.');

/**
 * Begins to work with the tables of the queue, which a migration has made.
 *
 * @throws when the tables are those of another version of pg-boss
 */
export async function openJobQueue(options: JobQueueOptions): Promise<JobQueue> {
  const { url, notifications, onError, onReadOnly } = options;
  const connections = new JobConnections(url);
  const database = pauseWhileReadOnly(connections, (isReadOnly) => {
    onReadOnly(isReadOnly);
    if (!isReadOnly) for (const write of later.splice(0)) void write().catch(onError);
  });
  // What a process writes when it begins, and could not, because the database took no writes.
  const later: (() => Promise<unknown>)[] = [];
  const names = new Set<string>();
  const stopping = new AbortController();
  async function execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
    try {
      return await database.executeSql(text, values);
    } catch (error) {
      // pg-boss makes a queue of its own whenever it starts; it is there already, from an earlier start.
      if (!isReadOnlyError(error) || !text.includes('create_queue(')) throw error;
      later.push(() => database.executeSql(text, values));
      return { rows: [] };
    }
  }

  // Wakes whoever works on a queue. One notification stands for all jobs of a transaction, so that a place which has done the first of
  // them would sleep before the next.
  let wake: (queue: string) => void = () => {};

  const boss = new PgBoss({
    db: {
      executeSql: (text, values) => execute(text, values) as Promise<{ rows: object[] }>,
      async listen(channel, heard, missed) {
        wake = heard;
        const stop = await notifications.listen(channel, { heard, missed });
        return { close: async () => stop() };
      },
    },
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    // Rebuilding an index needs its owner, who never works here.
    reindex: false,
    useListenNotify: true,
    superviseIntervalSeconds: superviseEverySeconds,
    monitorIntervalSeconds: superviseEverySeconds,
    maintenanceIntervalSeconds: 60,
  });
  // What is still under way when everything is closed has been given back.
  boss.on('error', (error) => stopping.signal.aborted || isReadOnlyError(error) || onError(error));
  try {
    await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false });
    await connections.close();
    throw error;
  }

  /** Waits with it while the database takes no writes, so that a process starts all the same. */
  async function schedule(queue: QueueSettings): Promise<void> {
    if (!queue.schedule) return;
    const { cron, timeZone } = queue.schedule;
    try {
      // What came due while nothing ran is made up for once: a machine that is off each night would never do what is due then.
      await boss.schedule(queue.name, cron, { payload: {} }, { tz: timeZone, missed: 'once' });
    } catch (error) {
      if (!isReadOnlyError(error)) throw error;
      later.push(() => schedule(queue));
    }
  }

  async function runOne(queue: QueueSettings, job: Job, run: (job: HeldJob) => Promise<JobOutcome>) {
    const signal = AbortSignal.any([job.signal, stopping.signal]);
    const outcome = await run({ id: job.id, data: job.data, attempt: job.retryCount + 1, signal });
    if (outcome === 'poisoned') return [{ id: job.id, status: 'deadletter' as const }];
    // Before pg-boss notes the end: what is done leaves nothing of what was written to be read.
    await database.executeSql('update pgboss.job set data = null where name = $1 and id = $2', [
      queue.name,
      job.id,
    ]);
    return [{ id: job.id, status: 'completed' as const }];
  }

  return {
    async work(queue, concurrency, run, perPerson = Math.max(1, concurrency - 1)) {
      await schedule(queue);
      names.add(queue.name);
      await boss.work(
        queue.name,
        {
          perJobResults: true,
          localConcurrency: concurrency,
          // A queue is first come, first served: without this, whoever fills it keeps everybody else waiting.
          ...(concurrency > 1 && { localGroupConcurrency: perPerson }),
          pollingIntervalSeconds: lookEverySeconds,
          notifyPollingIntervalSeconds: lookEverySeconds,
        },
        async ([job]: Job[]) => (job ? await runOne(queue, job, run).finally(() => wake(queue.name)) : []),
      );
    },

    async stop(timeoutMs) {
      const finished = Promise.all([...names].map((name) => boss.offWork(name)));
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, timeoutMs);
      await Promise.race([finished, late.promise]).catch(onError);
      clearTimeout(timer);
      stopping.abort(stoppedError());
      await boss.stop({ graceful: false });
      await connections.close();
    },
  };
}
