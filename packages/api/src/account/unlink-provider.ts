import { auditFor, users } from '@commons/shared-db';
import { accounts, sessions } from '@commons/shared-db/service';
import { and, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { AppError } from '../errors/app-error.ts';
import { isProvider, type ProviderId } from '../identity/providers.ts';
import type { AccountContext } from './account-context.ts';
import type { Unlink } from './schemas.ts';

/**
 * Takes a provider out of the ways in, unless it is the last one that works, and signs every other device out: whoever
 * unlinks a provider does not trust what came in by it.
 */
export async function unlinkProvider(
  { service, sessions: store, session, caller }: AccountContext,
  { provider }: z.infer<typeof Unlink>,
  configured: readonly ProviderId[],
): Promise<void> {
  const { userId } = session;
  await service.asService('unlink a provider', async (tx) => {
    // Two unlinkings at the same moment would each see the other's way in.
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
    const ways = await tx
      .select({ id: accounts.id, provider: accounts.providerId })
      .from(accounts)
      .where(eq(accounts.userId, userId));
    const linked = ways.filter((way) => way.provider === provider);
    if (linked.length === 0) throw new AppError('NOT_FOUND');
    const others = ways.filter((way) => way.provider !== provider && works(way.provider, configured));
    if (others.length === 0) {
      throw new AppError('CONFLICT', {
        message: 'This is your only way in. Choose a password first, through “Forgot your password?”.',
      });
    }
    await tx.delete(accounts).where(and(eq(accounts.userId, userId), eq(accounts.providerId, provider)));
    const googleId = provider === 'google' && { googleId: null };
    await tx
      .update(users)
      .set({ avatarUrl: null, ...googleId })
      .where(eq(users.id, userId));
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), ne(sessions.id, session.id)))
      .returning({ id: sessions.id });
    await auditFor(tx, caller, {
      action: 'account_unlinked',
      resourceType: 'user',
      resourceId: userId,
      details: { provider, sessions: ended.length },
    });
  });
  await store.refresh();
}

function works(way: string, configured: readonly ProviderId[]): boolean {
  return way === 'credential' || (isProvider(way) && configured.includes(way));
}
