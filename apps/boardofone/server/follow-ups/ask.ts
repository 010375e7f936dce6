import { AppError, enqueue, type SignedInContext } from '@commons/api';
import type { Tx } from '@commons/shared-db';
import { and, eq } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import { followUpsMax } from '../../deliberation/follow-up.ts';
import { lockAccount } from '../account/lock-account.ts';
import { requireConsent } from '../account/require-consent.ts';
import { changes } from '../changes.ts';
import { lockSession } from '../engine/lock-session.ts';
import { followUpById } from './by-id.ts';
import { followUpJob } from './follow-up-job.ts';
import type { AskFollowUp, FollowUp } from './schemas.ts';

/** Asks a seat or the chair of a session that is complete; of the session itself nothing changes. */
export async function askFollowUp(ctx: SignedInContext, input: AskFollowUp): Promise<FollowUp> {
  const { id, sessionId, seatId, question } = input;
  const userId = ctx.user.id;
  await ctx.asUser(async (tx) => {
    const { status } = await lockSession(tx, userId, sessionId);
    const asked = await askedBefore(tx, userId, sessionId);
    // Sent again, because the answer was lost: what was admitted once is not judged anew.
    if (asked.includes(id)) return;
    if (status !== 'completed') {
      throw new AppError('CONFLICT', { message: 'You can ask once the memo of this session is written.' });
    }
    requireConsent(await lockAccount(tx, userId));
    if (asked.length >= followUpsMax) {
      throw new AppError('CONFLICT', {
        message: `You have asked ${followUpsMax} questions after this session. Put a new decision before the board.`,
      });
    }
    const [added] = await tx
      .insert(followUps)
      .values({ id, userId, sessionId, seatId, question })
      .onConflictDoNothing({ target: followUps.id })
      .returning({ id: followUps.id, run: followUps.run });
    if (added) await enqueue(tx, followUpJob, added, { key: `follow-up:${added.id}:${added.run}` });
  });
  changes.announce(ctx, { sessionId });
  return followUpById(ctx, { id });
}

async function askedBefore(tx: Tx, userId: string, sessionId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: followUps.id })
    .from(followUps)
    .where(and(eq(followUps.userId, userId), eq(followUps.sessionId, sessionId)));
  return rows.map(({ id }) => id);
}
