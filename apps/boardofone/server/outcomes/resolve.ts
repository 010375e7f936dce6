import { AppError, type SignedInContext } from '@commons/api';
import { audit } from '@commons/shared-db';
import { and, eq, isNull } from 'drizzle-orm';
import { outcomes } from '../../db/schema/outcomes.ts';
import { changes } from '../changes.ts';
import type { ResolveOutcome } from './schemas.ts';

/** Says what came of a decision; once said it stays. */
export async function resolveOutcome(
  ctx: SignedInContext,
  { sessionId, hasHappened, note }: ResolveOutcome,
): Promise<void> {
  const mine = and(eq(outcomes.userId, ctx.user.id), eq(outcomes.sessionId, sessionId));
  await ctx.asUser(async (tx) => {
    const [kept] = await tx.select({ resolvedAt: outcomes.resolvedAt }).from(outcomes).where(mine);
    if (!kept) throw new AppError('NOT_FOUND');
    const resolved = await tx
      .update(outcomes)
      .set({ hasHappened, note, resolvedAt: ctx.now(), remindAt: null })
      .where(and(mine, isNull(outcomes.resolvedAt)))
      .returning({ id: outcomes.id });
    if (resolved.length === 0) {
      throw new AppError('CONFLICT', { message: 'This has been reviewed and stays as it is.' });
    }
    await audit(tx, { action: 'outcome_reviewed', resourceType: 'session', resourceId: sessionId });
  });
  changes.announce(ctx, {});
}
