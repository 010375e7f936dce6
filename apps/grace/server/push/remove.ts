import { AppError, type SignedInContext } from '@commons/api';
import { and, eq } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';
import type { DeviceId } from './schemas.ts';

export async function removeDevice(ctx: SignedInContext, { id }: DeviceId): Promise<void> {
  const removed = await ctx.asUser((tx) =>
    tx
      .delete(pushDevices)
      .where(and(eq(pushDevices.id, id), eq(pushDevices.userId, ctx.user.id)))
      .returning({ id: pushDevices.id }),
  );
  if (removed.length === 0) throw new AppError('NOT_FOUND');
}
