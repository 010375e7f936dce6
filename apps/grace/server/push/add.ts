import type { SignedInContext } from '@commons/api';
import { sql } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';
import type { AddDevice } from './schemas.ts';

/** Lets messages come to this browser; one that is known already gets its new keys. */
export async function addDevice(ctx: SignedInContext, { id, name, subscription }: AddDevice): Promise<void> {
  const { endpoint, keys } = subscription;
  await ctx.asUser((tx) =>
    tx
      .insert(pushDevices)
      .values({ id, userId: ctx.user.id, endpoint, ...keys, name })
      .onConflictDoUpdate({
        target: [pushDevices.userId, pushDevices.endpoint],
        set: { p256dh: sql`excluded.p256dh`, auth: sql`excluded.auth`, name: sql`excluded.name` },
      }),
  );
}
