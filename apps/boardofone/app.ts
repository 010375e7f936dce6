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
import { configuredPayments } from './server/payments/configured.ts';
import { paymentJobs } from './server/payments/jobs.ts';
import type { PaymentSource } from './server/payments/payments.ts';
import { paymentsWebhook } from './server/payments/webhook.ts';
import { appRouter } from './server/router.ts';
import { unsubscribeRoute } from './server/unsubscribe/route.ts';

/** The board, selling its tiers by `payments`. */
export const boardOfOne = (payments: PaymentSource) =>
  defineApp({
    name: 'boardofone',
    title: 'Board of One',
    description: 'Put a hard decision before a panel that argues, votes, and writes down why.',
    router: appRouter(payments),
    routes: [unsubscribeRoute],
    hooks: [paymentsWebhook(payments)],
    schema,
    migrations: new URL('./db/migrations/', import.meta.url),
    pages: new URL('./web/dist/', import.meta.url),
    seed,
    reference: ({ service }) => loadReference(service),
    jobs: [
      stepJob,
      goOnJob,
      followUpJob,
      noticeMailJob,
      remindReviewJob,
      remindReviewsJob,
      ...paymentJobs(payments),
    ],
    // Settings that are not complete are told of before anybody is served.
    async start() {
      await payments();
      return () => undefined;
    },
  });

export const boardofone = boardOfOne(configuredPayments);
