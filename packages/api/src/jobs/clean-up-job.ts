import { jobSteps } from '@commons/shared-db';
import { sessions, verifications } from '@commons/shared-db/service';
import { lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineServiceJob } from './define-job.ts';

/** Every night: removes what has run out, for nobody else does. */
export const cleanUpJob = defineServiceJob({
  name: 'commons.clean-up',
  schema: z.object({}),
  schedule: { cron: '17 3 * * *', timeZone: 'UTC' },
  async run({ asService, log }) {
    const removed = await asService('clean up', async (tx) => {
      const ended = await tx
        .delete(sessions)
        .where(lt(sessions.expiresAt, sql`now()`))
        .returning({ id: sessions.id });
      const expired = await tx
        .delete(verifications)
        .where(lt(verifications.expiresAt, sql`now()`))
        .returning({ id: verifications.id });
      // No job runs again that long after.
      const steps = await tx
        .delete(jobSteps)
        .where(lt(jobSteps.doneAt, sql`now() - interval '30 days'`))
        .returning({ step: jobSteps.step });
      return { sessions: ended.length, verifications: expired.length, steps: steps.length };
    });
    log.info(removed, 'cleaned up');
  },
});
