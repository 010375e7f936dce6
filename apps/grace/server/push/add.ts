import { AppError, type SignedInContext } from '@commons/api';
import { and, count, eq, ne, sql } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';
import type { AddDevice } from './schemas.ts';

/** More than anybody has; each notice is sent to all of them, wherever their addresses lead. */
const devicesMax = 20;

/** Lets messages come to this browser; one that is known already gets its new keys. */
export async function addDevice(ctx: SignedInContext, { id, name, subscription }: AddDevice): Promise<void> {
  const { endpoint, keys } = subscription;
  await ctx.asUser(async (tx) => {
    const [others] = await tx
      .select({ devices: count() })
      .from(pushDevices)
      .where(and(eq(pushDevices.userId, ctx.user.id), ne(pushDevices.endpoint, endpoint)));
    if ((others?.devices ?? 0) >= devicesMax)
      throw new AppError('CONFLICT', {
        message: `You have ${devicesMax} devices already. Remove one of them first.`,
      });
    await tx
      .insert(pushDevices)
      .values({ id, userId: ctx.user.id, endpoint, ...keys, name })
      .onConflictDoUpdate({
        target: [pushDevices.userId, pushDevices.endpoint],
        set: { p256dh: sql`excluded.p256dh`, auth: sql`excluded.auth`, name: sql`excluded.name` },
      });
  });
}
