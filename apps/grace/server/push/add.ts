import { AppError, lockCaller, type SignedInContext } from '@commons/api';
import { and, count, eq, ne, not, sql } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';
import { isSignedIn } from './devices.ts';
import type { AddDevice } from './schemas.ts';

/** More than anybody has; each notice is sent to all of them, wherever their addresses lead. */
const devicesMax = 20;

/**
 * Lets messages come to this browser for as long as its session stands; one that is known already gets its new keys. Browsers whose
 * session has ended are forgotten.
 */
export async function addDevice(ctx: SignedInContext, { id, name, subscription }: AddDevice): Promise<void> {
  const { endpoint, keys } = subscription;
  const sessionId = ctx.session.id;
  await ctx.asUser(async (tx) => {
    const [session] = await tx.execute<{ stands: boolean }>(
      sql`select grace.session_stands(${sessionId}::uuid) as stands`,
    );
    if (!session?.stands)
      throw new AppError('CONFLICT', {
        message: 'Messages come to a browser in which you are signed in. Sign in here first.',
      });
    await lockCaller(tx, ctx);
    const isOther = and(eq(pushDevices.userId, ctx.user.id), ne(pushDevices.endpoint, endpoint));
    await tx.delete(pushDevices).where(and(isOther, not(isSignedIn)));
    const [others] = await tx.select({ devices: count() }).from(pushDevices).where(isOther);
    if ((others?.devices ?? 0) >= devicesMax)
      throw new AppError('CONFLICT', {
        message: `You have ${devicesMax} devices already. Remove one of them first.`,
      });
    await tx
      .insert(pushDevices)
      .values({ id, userId: ctx.user.id, endpoint, ...keys, sessionId, name })
      .onConflictDoUpdate({
        target: [pushDevices.userId, pushDevices.endpoint],
        set: { ...keys, sessionId, name },
      });
  });
}
