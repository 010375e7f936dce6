import type { JobDefinition } from '@commons/api';
import { digestJob } from './digest-job.ts';
import { lookAheadJob } from './look-ahead-job.ts';
import { planNoticesJob } from './plan-job.ts';
import { sendNoticeJob } from './send-job.ts';
import { lookAheadAllJob, planAllJob, purgeNoticesJob, sendDigestsJob, sendDueJob } from './service-jobs.ts';

/** What is told to people outside of requests. */
export const noticeJobs: readonly JobDefinition[] = [
  digestJob,
  lookAheadJob,
  planNoticesJob,
  sendNoticeJob,
  lookAheadAllJob,
  planAllJob,
  purgeNoticesJob,
  sendDigestsJob,
  sendDueJob,
];
