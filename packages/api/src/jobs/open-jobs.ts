import { declareQueues, type Notifications } from '@commons/shared-db/service';
import type { AppDefinition } from '../define-app.ts';
import type { Deliver, Mailer } from '../identity/mailer.ts';
import { mailQueue } from './mail-job.ts';
import type { JobRuntime } from './run-job.ts';
import { siteJobs } from './site-jobs.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';

/** What one process has of the site's jobs. */
export interface OpenJobsOptions {
  apps: readonly AppDefinition[];
  runtime: JobRuntime;
  notifications: Notifications;
  /** Known to every process of the site and to nobody else. */
  secret: string;
  deliver: Deliver;
  /** Address of the service login, where this process does jobs as well; without it, it only enqueues them. */
  workUrl: string | undefined;
}

/** A process's side of the jobs. */
export interface OpenJobs {
  mailer: Mailer;
  worker: RunningWorker | undefined;
}

/** Makes the queues, and begins to work where this process is to. */
export async function openJobs(options: OpenJobsOptions): Promise<OpenJobs> {
  const { apps, runtime, notifications, secret, deliver, workUrl } = options;
  const { service, log } = runtime;
  const { mailer, job } = mailQueue({ service, secret, deliver, log });
  const jobs = siteJobs(apps, job);
  if (workUrl === undefined) {
    await declareQueues(
      service,
      jobs.map(({ queue }) => queue),
    );
    return { mailer, worker: undefined };
  }
  return { mailer, worker: await startWorker({ jobs, runtime, url: workUrl, notifications }) };
}
