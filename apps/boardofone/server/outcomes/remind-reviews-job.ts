import { defineServiceJob, enqueueAsService } from '@commons/api';
import { asc, lte } from 'drizzle-orm';
import { z } from 'zod';
import { outcomes } from '../../db/schema/outcomes.ts';
import { remindReviewJob } from './remind-review-job.ts';

const atOnceMax = 1_000;

/** Every hour: the reviews whose day has come, each for its person to be told as themselves. */
export const remindReviewsJob = defineServiceJob({
  name: 'boardofone.remind-reviews',
  schema: z.object({}),
  schedule: { cron: '7 * * * *', timeZone: 'UTC' },
  async run({ asService, now }) {
    await asService('remind of reviews', async (tx) => {
      const due = await tx
        .select({ sessionId: outcomes.sessionId, userId: outcomes.userId, at: outcomes.remindAt })
        .from(outcomes)
        .where(lte(outcomes.remindAt, now()))
        .orderBy(asc(outcomes.remindAt))
        .limit(atOnceMax);
      for (const { sessionId, userId, at } of due) {
        const key = `review:${sessionId}:${at?.toISOString()}`;
        await enqueueAsService(tx, { job: remindReviewJob, userId }, { sessionId }, { key });
      }
    });
  },
});
