import { defineJob } from '@commons/api';
import { z } from 'zod';
import { answerFollowUp } from './answer-follow-up.ts';
import { giveUpFollowUp } from './give-up-follow-up.ts';

const retriesMax = 20;

/** Gets one question answered; asking again after a failure is another run of it. */
export const followUpJob = defineJob({
  name: 'boardofone.follow-up',
  schema: z.object({ id: z.uuid(), run: z.int().positive() }),
  concurrency: 2,
  timeoutSeconds: 600,
  retry: { limit: retriesMax, delaySeconds: 2 },
  async run(job) {
    try {
      await answerFollowUp(job, job.data);
    } catch (error) {
      // Nobody tries it again after this one.
      if (job.attempt > retriesMax) await giveUpFollowUp(job, job.data);
      throw error;
    }
  },
});
