import { defineJob, enqueue } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { z } from 'zod';
import { type Step, stepName } from '../../deliberation/step.ts';
import { giveUp } from './give-up.ts';
import type { LockedSession } from './lock-session.ts';
import { patientJob } from './patient-job.ts';
import { runStep } from './run-step.ts';

const StepData = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('decomposition') }),
  z.object({ kind: z.literal('position'), round: z.int().positive(), seatId: z.uuid() }),
  z.object({ kind: z.literal('vote'), seatId: z.uuid() }),
  z.object({ kind: z.literal('baseline') }),
  z.object({ kind: z.literal('memo') }),
]);

const StepJobData = z.object({ sessionId: z.uuid(), run: z.int().positive(), step: StepData });

/** Ends a step that nobody does any more, whether its last attempt failed or its worker died over it. */
export const stepGivenUpJob = defineJob({
  name: 'boardofone.step-given-up',
  schema: StepJobData,
  ...patientJob,
  run: (job) => giveUp(job, job.data),
});

/** Does one step of a session; the next ones are enqueued in the transaction that keeps what it produced. */
export const stepJob = defineJob({
  name: 'boardofone.step',
  schema: StepJobData,
  // They mostly wait for a model, and one place is left for others.
  concurrency: 7,
  perPerson: 6,
  timeoutSeconds: 600,
  ...patientJob,
  givenUp: stepGivenUpJob,
  run: (job) => runStep(job, job.data),
});

/** Adds steps of a session to the writer's transaction, each once for every run and attempt. */
export async function enqueueSteps(
  tx: Tx,
  session: LockedSession,
  steps: readonly Step[],
  { attempt = 1, delaySeconds = 0 } = {},
): Promise<void> {
  const { id: sessionId, run } = session;
  for (const step of steps) {
    const key = `${sessionId}:${run}:${stepName(step)}:${attempt}`;
    await enqueue(tx, stepJob, { sessionId, run, step }, { key, delaySeconds });
  }
}
