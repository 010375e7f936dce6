import type { JobOptions } from '@commons/api';

/** How long the queue keeps at a job that somebody waits for: nobody else would do it, so it outlives a worker that is away for days. */
export const patientJob = {
  retry: { limit: 20, delaySeconds: 2 },
  waitsAtMostSeconds: 30 * 24 * 60 * 60,
} satisfies JobOptions;
