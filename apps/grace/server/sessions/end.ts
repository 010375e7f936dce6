import { recordUsage, releaseCall } from '@commons/ai';
import { AppError, type SignedInContext, toAppError } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { sessions } from '../../db/schema/sessions.ts';
import { keepPrivate } from '../care/keep-private.ts';
import { assertHolder } from '../care/rights.ts';
import { closeSession, readSummaryTurns } from './close.ts';
import type { SessionId } from './schemas.ts';
import { summariseByModel } from './summarise-by-model.ts';

/** Ends a session; its summary is there when this returns, and the person sees it before anybody else. */
export async function endSession(ctx: SignedInContext, { profileId, id }: SessionId): Promise<void> {
  const turns = await ctx.asUser(async (tx) => {
    await assertHolder(tx, ctx, profileId);
    const [session] = await tx
      .select({ endedAt: sessions.endedAt })
      .from(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.profileId, profileId)));
    if (!session) throw new AppError('NOT_FOUND');
    return session.endedAt ? undefined : readSummaryTurns(tx, id);
  });
  if (!turns) return;
  const written = await summariseByModel(ctx, turns).catch((error: unknown) => {
    ctx.log.warn({ code: toAppError(error).code, sessionId: id }, 'a session was summarised without a model');
    return undefined;
  });
  await keepPrivate(ctx, profileId, async (tx) => {
    await closeSession(tx, ctx, { profileId, id }, written?.sentences);
    if (!written) return;
    const { callId, finish } = written;
    const what = { userId: ctx.user.id, app: 'grace', purpose: 'summary' };
    await recordUsage(tx, { ...what, finish, resourceType: 'session', resourceId: id });
    if (ctx.modelQuota) await releaseCall(tx, callId);
  });
}
