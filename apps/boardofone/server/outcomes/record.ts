import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, sql } from 'drizzle-orm';
import { outcomes } from '../../db/schema/outcomes.ts';
import { changes } from '../changes.ts';
import { inTheirZone } from '../days/in-their-zone.ts';
import { lockSession } from '../engine/lock-session.ts';
import type { RecordOutcome } from './schemas.ts';

/** Keeps what the owner decided and expects; until it is reviewed they may change it. */
export async function recordOutcome(ctx: SignedInContext, input: RecordOutcome): Promise<void> {
  const { sessionId, version, percent, optionId, statement, reviewOn, timeZone } = input;
  const userId = ctx.user.id;
  const mine = and(eq(outcomes.userId, userId), eq(outcomes.sessionId, sessionId));
  await ctx.asUser(async (tx) => {
    const session = await lockSession(tx, userId, sessionId);
    if (session.status !== 'completed') {
      throw new AppError('CONFLICT', { message: 'The board has not finished yet.' });
    }
    const [kept] = await tx
      .select({
        version: outcomes.version,
        resolvedAt: outcomes.resolvedAt,
        reviewOn: outcomes.reviewOn,
      })
      .from(outcomes)
      .where(mine);
    if ((kept?.version ?? null) !== version) throw new AppError('STALE_VERSION');
    if (kept?.resolvedAt) {
      throw new AppError('CONFLICT', { message: 'This has been reviewed and stays as it is.' });
    }
    const values = {
      optionId,
      statement,
      reviewOn,
      probability: (percent / 100).toFixed(2),
      // Of one day they are reminded once, however often the rest is changed.
      ...(kept?.reviewOn !== reviewOn && {
        remindAt: sql`(${reviewOn}::date + time '09:00') at time zone ${timeZone}`,
      }),
    };
    const written = kept
      ? tx
          .update(outcomes)
          .set({ ...values, version: kept.version + 1 })
          .where(mine)
      : tx.insert(outcomes).values({ ...values, userId, sessionId });
    await inTheirZone(written);
    await audit(tx, { action: 'outcome_recorded', resourceType: 'session', resourceId: sessionId });
  });
  changes.announce(ctx, {});
}
