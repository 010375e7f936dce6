import { defineJob } from '@commons/api';
import { z } from 'zod';
import { patientJob } from '../engine/patient-job.ts';
import { answerFollowUp } from './answer-follow-up.ts';
import { giveUpFollowUp } from './give-up-follow-up.ts';

const FollowUpJobData = z.object({ id: z.uuid(), run: z.int().positive() });

/** Ends a question that nobody answers any more, whether the last attempt failed or its worker died over it. */
const followUpGivenUpJob = defineJob({
  name: 'boardofone.follow-up-given-up',
  schema: FollowUpJobData,
  ...patientJob,
  run: (job) => giveUpFollowUp(job, job.data),
});

/** Gets one question answered; asking again after a failure is another run of it. */
export const followUpJob = defineJob({
  name: 'boardofone.follow-up',
  schema: FollowUpJobData,
  concurrency: 2,
  timeoutSeconds: 600,
  ...patientJob,
  givenUp: followUpGivenUpJob,
  run: (job) => answerFollowUp(job, job.data),
});
