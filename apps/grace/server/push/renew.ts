import type { SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';
import type { RenewDevice } from './schemas.ts';

/** Messages go on coming to a browser that takes them already, in the session that it has now; one that is not known stays so. */
export async function renewDevice(
  ctx: SignedInContext,
  { subscription: { endpoint, keys } }: RenewDevice,
): Promise<void> {
  await ctx.asUser(async (tx) => {
    await tx
      .update(pushDevices)
      .set({ ...keys, sessionId: ctx.session.id })
      .where(and(eq(pushDevices.userId, ctx.user.id), eq(pushDevices.endpoint, endpoint)));
  });
}
