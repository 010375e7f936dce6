import { defineJob } from '@commons/api';
import { and, eq, lte } from 'drizzle-orm';
import { z } from 'zod';
import { outcomes } from '../../db/schema/outcomes.ts';
import { changes } from '../changes.ts';
import { notifyOwner } from '../notices/notify-owner.ts';

/** Tells a person that the day has come to look at what came of a decision: once for each day that they set. */
export const remindReviewJob = defineJob({
  name: 'boardofone.remind-review',
  schema: z.object({ sessionId: z.uuid() }),
  async run({ asUser, user, data: { sessionId }, now, realtime }) {
    const isTold = await asUser(async (tx) => {
      const mine = and(eq(outcomes.userId, user.id), eq(outcomes.sessionId, sessionId));
      // Whoever comes second finds that there is nothing to remind of any more.
      const [due] = await tx
        .update(outcomes)
        .set({ remindAt: null })
        .where(and(mine, lte(outcomes.remindAt, now())))
        .returning({ version: outcomes.version });
      if (!due) return false;
      const about = { id: sessionId, userId: user.id, run: due.version };
      await notifyOwner(tx, about, { kind: 'review_due', reason: null });
      return true;
    });
    if (isTold) changes.announce({ realtime, user }, {});
  },
});
