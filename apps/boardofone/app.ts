import { defineApp } from '@commons/api';
import * as schema from './db/schema/index.ts';
import { loadReference } from './db/seed/load-reference.ts';
import { seed } from './db/seed.ts';
import { goOnJob } from './server/engine/await-answers.ts';
import { stepJob } from './server/engine/step-job.ts';
import { followUpJob } from './server/follow-ups/follow-up-job.ts';
import { noticeMailJob } from './server/notices/notice-mail-job.ts';
import { remindReviewJob } from './server/outcomes/remind-review-job.ts';
import { remindReviewsJob } from './server/outcomes/remind-reviews-job.ts';
import { appRouter } from './server/router.ts';
import { unsubscribeRoute } from './server/unsubscribe/route.ts';

export const boardofone = defineApp({
  name: 'boardofone',
  title: 'Board of One',
  description: 'Put a hard decision before a panel that argues, votes, and writes down why.',
  router: appRouter,
  routes: [unsubscribeRoute],
  schema,
  migrations: new URL('./db/migrations/', import.meta.url),
  pages: new URL('./web/dist/', import.meta.url),
  seed,
  reference: ({ service }) => loadReference(service),
  jobs: [stepJob, goOnJob, followUpJob, noticeMailJob, remindReviewJob, remindReviewsJob],
});
