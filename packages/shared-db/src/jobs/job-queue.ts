/** How a queue treats its jobs. */
export interface QueueSettings {
  /** `user.<app>.<name>` for jobs that people may enqueue, `service.<app>.<name>` for the others. */
  name: string;
  /** How often a failed job is tried again. */
  retryLimit: number;
  /** How long before the first retry; it doubles each time, up to ten minutes. */
  retryDelaySeconds: number;
  /** How long one attempt may take. */
  timeoutSeconds: number;
  /** How long a job may wait; after that it is not worth doing any more. */
  waitsAtMostSeconds: number;
  /** How long a job that ended is remembered. */
  keptSeconds: number;
  /** Whether jobs that failed for good go to the dead letters, with their payload. */
  hasDeadLetters: boolean;
  /** The queue that such jobs go to in the place of the dead letters, with their payload. */
  givenUpTo?: string | undefined;
  /** When the queue's job recurs by itself. */
  schedule?: { cron: string; timeZone: string } | undefined;
}

/** One job, held by this process until it has ended or the process has been silent for too long. */
export interface HeldJob {
  id: string;
  /** Null for one whose work is done. */
  data: unknown;
  /** Counts from 1. */
  attempt: number;
  /** Aborts when the job has to end: its time is up, another process has it now, or this one stops. */
  signal: AbortSignal;
}

/** `done`, or `poisoned`, which no retry would help; anything else that goes wrong is thrown. */
export type JobOutcome = 'done' | 'poisoned';

/** The side of the queue that works. */
export interface JobQueue {
  /** Begins to take jobs of a queue, so many at once, and of one person not more than `perPerson`: one less unless it is given. */
  work(
    queue: QueueSettings,
    concurrency: number,
    run: (job: HeldJob) => Promise<JobOutcome>,
    perPerson?: number,
  ): Promise<void>;
  /** Takes no more jobs, lets those that run finish for a while, and gives the others back. */
  stop(timeoutMs: number): Promise<void>;
}
