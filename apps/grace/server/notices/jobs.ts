import type { JobDefinition } from '@commons/api';
import {
  lookAheadAllJob,
  planAllJob,
  purgeNoticesJob,
  sendDigestsJob,
  sendDueJob,
} from '../jobs/notice-jobs.ts';
import { digestJob } from './digest-job.ts';
import { lookAheadJob } from './look-ahead-job.ts';
import { planNoticesJob } from './plan-job.ts';
import { sendNoticeJob } from './send-job.ts';

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
