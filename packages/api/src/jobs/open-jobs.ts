import { declareQueues, type Notifications } from '@commons/shared-db/service';
import type { AppDefinition } from '../define-app.ts';
import type { Deliver, Mailer } from '../identity/mailer.ts';
import { type AppMail, appMail } from './app-mail.ts';
import { mailQueue } from './mail-job.ts';
import type { JobRuntime } from './run-job.ts';
import { siteJobs } from './site-jobs.ts';
import { type RunningWorker, startWorker } from './start-worker.ts';

/** What one process has of the site's jobs. */
export interface OpenJobsOptions {
  apps: readonly AppDefinition[];
  runtime: Omit<JobRuntime, 'mail'>;
  notifications: Notifications;
  /** Known to every process of the site and to nobody else. */
  secret: string;
  deliver: Deliver;
  /** Whether what is delivered reaches anybody. */
  canMail: boolean;
  /** Address of the service login, where this process does jobs as well; without it, it only enqueues them. */
  workUrl: string | undefined;
}

/** A process's side of the jobs. */
export interface OpenJobs {
  mailer: Mailer;
  mail: AppMail;
  worker: RunningWorker | undefined;
}

/** Makes the queues, and begins to work where this process is to. */
export async function openJobs(options: OpenJobsOptions): Promise<OpenJobs> {
  const { apps, notifications, secret, deliver, canMail, workUrl } = options;
  const { service, log, now } = options.runtime;
  const { mailer, job } = mailQueue({ service, secret, deliver, log });
  const mail = appMail({ secret, deliver, canMail, now });
  const runtime = { ...options.runtime, mail };
  const jobs = siteJobs(apps, [job, ...mail.jobs]);
  if (workUrl === undefined) {
    await declareQueues(
      service,
      jobs.map(({ queue }) => queue),
    );
    return { mailer, mail, worker: undefined };
  }
  return { mailer, mail, worker: await startWorker({ jobs, runtime, url: workUrl, notifications }) };
}
