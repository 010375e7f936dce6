import { defineJob } from '@commons/api';
import { z } from 'zod';
import { answerFollowUp } from './answer-follow-up.ts';

/** Gets one question answered; asking again after a failure is another run of it. */
export const followUpJob = defineJob({
  name: 'boardofone.follow-up',
  schema: z.object({ id: z.uuid(), run: z.int().positive() }),
  concurrency: 2,
  timeoutSeconds: 600,
  retry: { limit: 20, delaySeconds: 2 },
  run: (job) => answerFollowUp(job, job.data),
});
