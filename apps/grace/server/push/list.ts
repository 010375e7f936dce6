import type { SignedInContext } from '@commons/api';
import { and, asc, eq, sql } from 'drizzle-orm';
import { pushDevices } from '../../db/schema/push-devices.ts';
import { isSignedIn } from './devices.ts';
import type { Device } from './schemas.ts';

export async function myDevices(ctx: SignedInContext): Promise<Device[]> {
  const rows = await ctx.asUser((tx) =>
    tx
      .select({
        id: pushDevices.id,
        name: pushDevices.name,
        endpointEnd: sql<string>`right(${pushDevices.endpoint}, 24)`,
        createdAt: pushDevices.createdAt,
        reachedAt: pushDevices.reachedAt,
      })
      .from(pushDevices)
      .where(and(eq(pushDevices.userId, ctx.user.id), isSignedIn))
      .orderBy(asc(pushDevices.createdAt)),
  );
  return rows.map(({ createdAt, reachedAt, ...device }) => ({
    ...device,
    createdAt: createdAt.toISOString(),
    reachedAt: reachedAt?.toISOString() ?? null,
  }));
}
